import { createRandom } from '../../random.ts'
import { cropped, emptyRaster, type Raster } from '../../raster.ts'
import { bandsOf, flattened } from '../bands.ts'
import { calm } from '../repeat.ts'
import { resampled, resampledRegion } from '../resample.ts'
import type { Source } from '../source.ts'
import type { Cloth, Place } from './known-pixels.ts'
import { layPatch } from './patch-laying.ts'
import { PatchSearch } from './patch-search.ts'
import { refinedPlace } from './refined-place.ts'

/** Patches along the tile's side. */
const across = 6
/** Steps of the small copies on which places are compared, in px from patch to patch, and what two patches share of one. */
const mostStep = 24
const shared = 0.42
/** The texture's shorter side, as a share of the cloth's: what is made is a larger piece of the same. */
const shown = 0.66
/** Proportions beyond which only the framed square is used. */
const longest = 2
/** How much of the texture's slow light is evened out: patches from a darker corner would show as squares. */
const flattening = 0.7

/** A larger cloth of a picture's texture, quilted of its patches on a torus (Efros and Freeman, 2001), so that it tiles. */
export async function quilted(source: Source, size: number, seed: number): Promise<Raster> {
  const texture = await textureOf(source, Math.round(size * shown))
  const step = Math.max(4, Math.min(mostStep, Math.floor(size / (across * 2))))
  const times = size / (step * across)
  const rough = await resampled(texture, Math.round(texture.width / times), Math.round(texture.height / times), 'fill')
  const small = { side: step + Math.round(step * shared), overlap: Math.round(step * shared) }
  const large = { side: Math.round(small.side * times), overlap: Math.round(small.overlap * times) }
  const search = new PatchSearch(rough, small.side)
  const sketch = bareCloth(step * across)
  const cloth = bareCloth(size)
  const random = createRandom(seed, 'quilting')
  for (let patch = 0; patch < across * across; patch++) {
    const [column, row] = [patch % across, Math.floor(patch / across)]
    const at = { x: column * step, y: row * step }
    const found = search.find(sketch, at, random)
    const on = { x: Math.round(at.x * times), y: Math.round(at.y * times) }
    const first = inside({ x: Math.round(found.x * times), y: Math.round(found.y * times) }, texture, large.side)
    const from = refinedPlace(texture, cloth, on, large.side, first, Math.round(times), Math.max(1, Math.round(times / 3)))
    const over = { left: column > 0, right: column === across - 1, top: row > 0, bottom: row === across - 1 }
    layPatch(cloth, texture, from, on, large.side, large.overlap, over)
    sketchPatch(sketch, cropped(rough, found.x, found.y, small.side, small.side), at)
  }
  return calm(cloth.picture)
}

async function textureOf({ picture, square, tones }: Source, side: number): Promise<Raster> {
  const { width, height } = picture
  const long = Math.max(width, height) / Math.min(width, height) > longest
  const times = side / Math.min(width, height)
  const texture = long
    ? await resampledRegion(picture, square, side)
    : await resampled(picture, Math.round(width * times), Math.round(height * times), 'fill')
  return tones.flat ? texture : flattened(await bandsOf(texture), flattening).full
}

const bareCloth = (side: number): Cloth => ({ picture: emptyRaster(side, side), laid: new Uint8Array(side * side) })

const inside = ({ x, y }: Place, texture: Raster, side: number): Place => ({
  x: Math.min(texture.width - side, x),
  y: Math.min(texture.height - side, y),
})

/** Puts a patch on the small copy of the cloth, whole. */
function sketchPatch({ picture, laid }: Cloth, patch: Raster, at: Place): void {
  for (let y = 0; y < patch.height; y++) {
    for (let x = 0; x < patch.width; x++) {
      const on = ((at.y + y) % picture.height) * picture.width + ((at.x + x) % picture.width)
      for (let c = 0; c < 3; c++) picture.data[on * 3 + c] = patch.data[(y * patch.width + x) * 3 + c] ?? 0
      laid[on] = 1
    }
  }
}
