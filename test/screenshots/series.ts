import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { looks, openAlbum } from './album.ts'
import { play, sittings } from './scenes.ts'

const folder = fileURLToPath(new URL('../../screenshots', import.meta.url))
const readmePicture = fileURLToPath(new URL('../../extension/docs/screenshot.png', import.meta.url))

/** Every page and state in every look. */
export async function shootSeries(renewReadme: boolean): Promise<void> {
  for (const look of looks) {
    const shoot = await openAlbum(folder, look)
    for (const sitting of sittings) await play(sitting, look, shoot)
  }
  if (!renewReadme) return
  const hero = join(folder, 'overlay-results-light.png')
  await writeFile(readmePicture, await sharp(hero).png({ palette: true, effort: 10 }).toBuffer())
}
