import type { Provenance } from 'shared'
import type { Image as ImageRow } from '../../generated/sqlite/client.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Ids } from '../platform/ids.ts'
import type { Files } from './files.ts'
import { writtenLikeness } from './likeness.ts'
import type { Taken } from './pixel-task.ts'
import type { PixelWork } from './pixel-work.ts'
import { type Making, recipeOf } from './recipe.ts'
import type { SourceFacts } from './result.ts'
import { createTurns } from './turns.ts'

/** What an engine made. */
export interface Made {
  bytes: Uint8Array
  /** The same print as shapes, where the print engine drew it of shapes. */
  svg?: string
}

/** The ways in which a picture comes to be an account's. */
export interface Intake {
  /** Takes an upload in: decoded, bounded, stored with where it came from; its bytes are given away. Throws `BUSY` where many wait. */
  upload(accountId: string, bytes: Uint8Array, provenance: Provenance): Promise<ImageRow>
  /** Decodes and stores what an engine made. The row is written by whoever captures its credit, with that capture. */
  keepResult(accountId: string, made: Made, making: Making): Promise<ImageRow>
}

/** Of one account's uploads few are decoded at a time, and few wait: each may be 25 MB, and take two seconds. */
const uploadTurns = { atOnce: 2, each: 8, all: 32 }

interface IntakeDeps {
  db: Db
  files: Files
  pixels: PixelWork
  clock: Clock
  ids: Ids
}

export function createIntake({ db, files, pixels, clock, ids }: IntakeDeps): Intake {
  const turns = createTurns(uploadTurns)
  const kept = async ({ bytes, key, thumbnail, width, height, mime, recipe, palette, likeness }: Taken) => ({
    contentKey: await files.keep(bytes, thumbnail, key),
    bytes: bytes.length,
    mime,
    width,
    height,
    recipe: recipe === null ? null : JSON.stringify(recipe),
    palette: JSON.stringify(palette),
    likeness: writtenLikeness(likeness),
  })
  const unset = { svgKey: null, favouriteAt: null, deletedAt: null, pageUrl: null, pageTitle: null, imageUrl: null }
  const fresh = (accountId: string) => ({ ...unset, id: ids.next(), accountId, createdAt: clock.now() })

  const sourceFacts = async (accountId: string, imageId: string | null): Promise<SourceFacts | null> => {
    if (imageId === null) return null
    const source = await db.read.image.findFirst({
      where: { id: imageId, accountId },
      select: { contentKey: true, recipe: true },
    })
    if (source === null) return null
    const recipe = recipeOf(source)
    return { key: source.contentKey, trained: recipe?.trained === true || recipe?.kind === 'trained' }
  }

  return {
    upload: async (accountId, bytes, provenance) => {
      const taken = await turns.take(accountId, () => pixels.upload(bytes))
      const data = { ...fresh(accountId), role: 'source', ...(await kept(taken)), ...provenance }
      return db.write.image.create({ data })
    },
    keepResult: async (accountId, made, making) => {
      const taken = await pixels.result(made.bytes, making, await sourceFacts(accountId, making.sourceImageId))
      // Only svg that we wrote is kept: it is rendered later, and may name files.
      const svgKey = made.svg === undefined || making.kind !== 'drawn' ? null : await files.keep(Buffer.from(made.svg))
      return { ...fresh(accountId), role: 'result', ...(await kept(taken)), svgKey }
    },
  }
}
