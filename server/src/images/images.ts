import { createHash } from 'node:crypto'
import type { Image as ImageView, Provenance } from 'shared'
import { hexColour } from 'shared'
import * as z from 'zod'
import type { Image as ImageRow } from '../../generated/sqlite/client.ts'
import { paletteOf } from '../engines/print/picture/palette-of.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import type { Ids } from '../platform/ids.ts'
import { admit, inspect, thumbnail } from './guard.ts'
import { type Likeness, likenessOf, readLikeness, writtenLikeness } from './likeness.ts'
import type { UrlSigner, Variant } from './signed-url.ts'
import type { ImageStorage } from './storage.ts'

export type { ImageRow }

export interface Images {
  /** Takes an upload in: decoded, bounded, stored with where it came from. */
  upload(accountId: string, bytes: Uint8Array, provenance: Provenance): Promise<ImageView>
  /** Decodes and stores what an engine made. The row is written by whoever captures its credit, with that capture. */
  keepResult(accountId: string, bytes: Uint8Array, recipe: object): Promise<ImageRow>
  /** The account's own image; another account's is `NOT_FOUND`. */
  get(accountId: string, imageId: string): Promise<ImageRow>
  find(accountId: string, imageIds: string[]): Promise<Map<string, ImageView>>
  bytes(row: ImageRow): Promise<Uint8Array>
  /** What a picture looks like, as it was kept with it, else as it is found in its file. */
  likenessOf(row: ImageRow): Promise<Likeness>
  /** The same of those of an account's images that there are. */
  likenesses(accountId: string, imageIds: string[]): Promise<Likeness[]>
  view(row: ImageRow): ImageView
  /** The file behind a signed address, or null where the address is wrong, too old, or of an image that is gone. */
  open(address: {
    imageId: string
    variant: Variant
    expires: number
    signature: string
  }): Promise<{ bytes: Uint8Array; mime: string } | null>
}

interface ImagesDeps {
  db: Db
  storage: ImageStorage
  clock: Clock
  ids: Ids
  signer: UrlSigner
  baseUrl: () => string
}

export function createImages({ db, storage, clock, ids, signer, baseUrl }: ImagesDeps): Images {
  const keep = async (bytes: Uint8Array): Promise<{ contentKey: string; palette: string; likeness: string }> => {
    const contentKey = createHash('sha256').update(bytes).digest('hex')
    const small = await thumbnail(bytes)
    await Promise.all([storage.put(contentKey, bytes), storage.put(thumbKey(contentKey), small)])
    const likeness = writtenLikeness(await likenessOf(small))
    return { contentKey, palette: JSON.stringify(await paletteOf(small)), likeness }
  }

  const unset = { svgKey: null, likeness: null, recipe: null, favouriteAt: null, deletedAt: null }
  const blank = { ...unset, pageUrl: null, pageTitle: null, imageUrl: null }

  const get = async (accountId: string, imageId: string): Promise<ImageRow> => {
    const row = await db.write.image.findFirst({ where: { id: imageId, accountId, deletedAt: null } })
    if (row === null) throw new ToileError('NOT_FOUND')
    return row
  }

  const view = (row: ImageRow): ImageView => ({
    id: row.id,
    width: row.width,
    height: row.height,
    bytes: row.bytes,
    mime: row.mime,
    url: baseUrl() + signer.sign(row.id, 'full', row.accountId),
    thumbUrl: baseUrl() + signer.sign(row.id, 'thumb', row.accountId),
    svgUrl: null,
    palette: z.array(hexColour).parse(JSON.parse(row.palette)),
    createdAt: row.createdAt.toISOString(),
  })

  const bytes = async (row: ImageRow): Promise<Uint8Array> => {
    const file = await storage.get(row.contentKey)
    if (file === null) throw new Error(`The file of image ${row.id} is missing from the storage`)
    return file
  }

  const likeness = async (row: ImageRow): Promise<Likeness> =>
    row.likeness === null ? likenessOf(await bytes(row)) : readLikeness(row.likeness)

  return {
    get,
    view,
    bytes,
    likenessOf: likeness,
    likenesses: async (accountId, imageIds) => {
      const rows = await db.write.image.findMany({ where: { accountId, id: { in: imageIds } } })
      return Promise.all(rows.map(likeness))
    },
    upload: async (accountId, upload, provenance) => {
      const { bytes: good, ...facts } = await admit(upload)
      const kept = await keep(good)
      const base = { id: ids.next(), accountId, role: 'source', bytes: good.length, createdAt: clock.now() }
      return view(await db.write.image.create({ data: { ...blank, ...base, ...facts, ...kept, ...provenance } }))
    },
    keepResult: async (accountId, result, recipe) => {
      const facts = await inspect(result)
      const kept = await keep(result)
      const base = { id: ids.next(), accountId, role: 'result', bytes: result.length, createdAt: clock.now() }
      return { ...blank, ...base, ...facts, ...kept, recipe: JSON.stringify(recipe) }
    },
    find: async (accountId, imageIds) => {
      const rows = await db.read.image.findMany({ where: { accountId, id: { in: imageIds }, deletedAt: null } })
      return new Map(rows.map((row) => [row.id, view(row)]))
    },
    open: async ({ imageId, variant, expires, signature }) => {
      const row = await db.read.image.findFirst({ where: { id: imageId, deletedAt: null } })
      if (row === null || !signer.verify({ imageId, variant, accountId: row.accountId, expires, signature })) return null
      const file = await storage.get(variant === 'thumb' ? thumbKey(row.contentKey) : row.contentKey)
      return file && { bytes: file, mime: variant === 'thumb' ? 'image/webp' : row.mime }
    },
  }
}

function thumbKey(contentKey: string): string {
  return `${contentKey}.thumb.webp`
}
