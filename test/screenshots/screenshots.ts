import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { buildExtension } from '../support/build-extension.ts'
import { ensureChromium } from '../support/chromium.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { type Look, looks, openAlbum, type Shoot } from './album.ts'
import { shootMaking, shootZero } from './making.ts'
import { shootEmptyWallet, shootSettings, shootWallet } from './wallet.ts'
import { type Words, wordsOf } from './words.ts'

/**
 * `pnpm screenshots`: the real thing, photographed into ./screenshots. With `--readme` the picture in README is renewed.
 * One thread draws, so that there is a moment to photograph images on their way.
 */
const { values } = parseArgs({ options: { readme: { type: 'boolean', default: false } } })
const folder = fileURLToPath(new URL('../../screenshots', import.meta.url))
const readmePicture = fileURLToPath(new URL('../../extension/docs/screenshot.png', import.meta.url))

async function session(look: Look, trial: number, work: (studio: Studio, words: Words, shoot: Shoot) => Promise<void>) {
  const { name: _, ...shown } = look
  const studio = await openStudio({ ...shown, env: { TOILE_TRIAL_CREDITS: String(trial), TOILE_PRINT_THREADS: '1' } })
  try {
    await work(studio, wordsOf(look.locale), await openAlbum(folder, look))
  } finally {
    await studio.close()
  }
}

ensureChromium()
buildExtension()
for (const look of looks) {
  await session(look, 25, async (studio, words, shoot) => {
    const { hero } = await shootMaking(studio, words, shoot)
    if (values.readme && look.name === 'light') {
      await writeFile(readmePicture, await sharp(hero).png({ palette: true, effort: 10 }).toBuffer())
    }
    await shootWallet(studio, words, shoot)
    await shootSettings(studio, words, shoot)
  })
  await session(look, 4, async (studio, words, shoot) => {
    const { page } = await shootMaking(studio, words, async () => '')
    await shootZero(page, words, shoot)
    await shootEmptyWallet(studio, words, shoot)
  })
}
