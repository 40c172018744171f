import type { Provenance } from 'shared'
import type { Image as ImageRow } from '../../generated/sqlite/client.ts'
import { paletteOf } from '../engines/print/picture/palette-of.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Ids } from '../platform/ids.ts'
import type { Files } from './files.ts'
import { admit, thumbnail } from './guard.ts'
import { likenessOf, writtenLikeness } from './likeness.ts'
import { type Making, recipeOf } from './recipe.ts'
import { type SourceFacts, takeResult } from './result.ts'

/** What an engine made. */
export interface Made {
  bytes: Uint8Array
  /** The same print as shapes, where the print engine drew it of shapes. */
  svg?: string
}

/** The ways in which a picture comes to be an account's. */
export interface Intake {
  /** Takes an upload in: decoded, bounded, stored with where it came from. */
  upload(accountId: string, bytes: Uint8Array, provenance: Provenance): Promise<ImageRow>
  /** Decodes and stores what an engine made. The row is written by whoever captures its credit, with that capture. */
  keepResult(accountId: string, made: Made, making: Making): Promise<ImageRow>
}

export function createIntake({ db, files, clock, ids }: { db: Db; files: Files; clock: Clock; ids: Ids }): Intake {
  const keep = async (bytes: Uint8Array) => {
    const small = await thumbnail(bytes)
    const contentKey = await files.keep(bytes, small)
    const likeness = writtenLikeness(await likenessOf(small))
    return { contentKey, bytes: bytes.length, palette: JSON.stringify(await paletteOf(small)), likeness }
  }
  const unset = { svgKey: null, recipe: null, favouriteAt: null, deletedAt: null, pageUrl: null, pageTitle: null, imageUrl: null }
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
    upload: async (accountId, upload, provenance) => {
      const { bytes, ...facts } = await admit(upload)
      const data = { ...fresh(accountId), role: 'source', ...facts, ...(await keep(bytes)), ...provenance }
      return db.write.image.create({ data })
    },
    keepResult: async (accountId, made, making) => {
      const { bytes, width, height, recipe } = await takeResult(
        made.bytes,
        making,
        await sourceFacts(accountId, making.sourceImageId),
      )
      // Only svg that we wrote is kept: it is rendered later, and may name files.
      const svgKey = made.svg === undefined || making.kind !== 'drawn' ? null : await files.keep(Buffer.from(made.svg))
      const facts = { role: 'result', mime: 'image/png', width, height, svgKey, recipe: JSON.stringify(recipe) }
      return { ...fresh(accountId), ...(await keep(bytes)), ...facts }
    },
  }
}
