import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { openStudio, type Studio } from '../support/studio.ts'
import { shootAdjusting, shootChips } from './adjusting.ts'
import { type Look, looks, openAlbum, type Shoot } from './album.ts'
import { shootMaking, shootZero } from './making.ts'
import { reserveTrial, shootReserve } from './reserve.ts'
import { shootEmptyWallet, shootSettings, shootWallet } from './wallet.ts'
import { type Words, wordsOf } from './words.ts'

const folder = fileURLToPath(new URL('../../screenshots', import.meta.url))
const readmePicture = fileURLToPath(new URL('../../extension/docs/screenshot.png', import.meta.url))

/** One browser and server. One thread draws, so that there is a moment to photograph images on their way. */
async function session(look: Look, trial: number, work: (studio: Studio, words: Words, shoot: Shoot) => Promise<void>) {
  const { name: _, ...shown } = look
  const studio = await openStudio({ ...shown, env: { TOILE_TRIAL_CREDITS: String(trial), TOILE_PRINT_THREADS: '1' } })
  try {
    await work(studio, wordsOf(look.locale), await openAlbum(folder, look))
  } finally {
    await studio.close()
  }
}

/** Every surface in every look. */
export async function shootSeries(renewReadme: boolean): Promise<void> {
  for (const look of looks) {
    await session(look, 25, async (studio, words, shoot) => {
      const { hero } = await shootMaking(studio, words, shoot)
      if (renewReadme && look.name === 'light') {
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
    await session(look, reserveTrial, shootReserve)
    await session(look, 25, async (studio, words, shoot) => {
      await shootAdjusting(studio, words, shoot)
      await shootChips(studio, words, shoot)
    })
  }
}
