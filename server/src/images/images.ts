import type { ImageFile, ImageFileRequest, ImageRecipe, Image as ImageView } from 'shared'
import type { Image as ImageRow } from '../../generated/sqlite/client.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Ids } from '../platform/ids.ts'
import { askAgain } from './again.ts'
import { createFileMaker, describeFile, type FileTerms, nameOf, writeTerms } from './downloads.ts'
import { createFiles, thumbKey } from './files.ts'
import { createGallery, type Gallery } from './gallery.ts'
import { viewImage } from './image-view.ts'
import { createIntake, type Intake } from './intake.ts'
import { type Likeness, readLikeness } from './likeness.ts'
import { createListing, type Listing } from './list/listing.ts'
import type { PixelWork } from './pixel-work.ts'
import { mimeOf } from './print-file.ts'
import { recipeOf } from './recipe.ts'
import type { UrlSigner, Variant } from './signed-url.ts'
import type { ImageStorage } from './storage.ts'

export type { ImageRow }

export interface Images extends Gallery, Intake, Listing {
  find(accountId: string, imageIds: string[]): Promise<Map<string, ImageView>>
  bytes(row: ImageRow): Promise<Uint8Array>
  /** What a picture looks like, as it was kept with it, else as it is found in its file. */
  likenessOf(row: ImageRow): Promise<Likeness>
  /** The same of those of an account's images that there are. */
  likenesses(accountId: string, imageIds: string[]): Promise<Likeness[]>
  view(row: ImageRow): ImageView
  /** A file to print from: what it will be, and where it can be fetched. */
  file(accountId: string, request: ImageFileRequest): Promise<ImageFile>
  recipe(accountId: string, imageId: string): Promise<ImageRecipe>
  /** The file behind a signed address, or null where the address is wrong, too old, or of an image that is gone. */
  open(address: SignedAddress): Promise<Opened | null>
}

interface SignedAddress {
  imageId: string
  variant: 'full' | 'thumb' | 'svg' | FileTerms
  expires: number
  signature: string
}

interface Opened {
  bytes: Uint8Array
  mime: string
  /** The name to save it under; null for what is only shown. */
  name: string | null
}

interface ImagesDeps {
  db: Db
  storage: ImageStorage
  pixels: PixelWork
  clock: Clock
  ids: Ids
  signer: UrlSigner
  baseUrl: () => string
  /** The version of an engine as it is now; null where there is none of that name. */
  engineVersion: (engine: string) => string | null
}

export function createImages(deps: ImagesDeps): Images {
  const { db, storage, signer, baseUrl } = deps
  const files = createFiles(deps)
  const makeFile = createFileMaker({ ...deps, files })
  const gallery = createGallery(deps)
  const view = (row: ImageRow) => viewImage(row, signer, baseUrl())
  const bytes = (row: ImageRow) => files.read(row.contentKey)
  const likeness = async (row: ImageRow): Promise<Likeness> =>
    row.likeness === null ? deps.pixels.likeness(await bytes(row)) : readLikeness(row.likeness)

  return {
    ...gallery,
    ...createIntake({ ...deps, files }),
    ...createListing({ ...deps, view }),
    view,
    bytes,
    likenessOf: likeness,
    likenesses: async (accountId, imageIds) => {
      const rows = await db.write.image.findMany({ where: { accountId, id: { in: imageIds } } })
      return Promise.all(rows.map(likeness))
    },
    find: async (accountId, imageIds) => {
      const rows = await db.read.image.findMany({ where: { accountId, id: { in: imageIds }, deletedAt: null } })
      return new Map(rows.map((row) => [row.id, view(row)]))
    },
    file: async (accountId, { id, ...terms }) => {
      const described = describeFile(await gallery.get(accountId, id), terms)
      return { url: baseUrl() + signer.sign(id, `file?${writeTerms(terms)}`, accountId), ...described }
    },
    recipe: async (accountId, imageId) => {
      const row = await gallery.get(accountId, imageId)
      const id = recipeOf(row)?.sourceImageId ?? null
      const source = id === null ? null : await db.read.image.findFirst({ where: { id, accountId, deletedAt: null } })
      return askAgain(row, deps.engineVersion, source !== null)
    },
    open: async ({ imageId, variant, expires, signature }) => {
      const row = await db.read.image.findFirst({ where: { id: imageId, deletedAt: null } })
      const signed: Variant = typeof variant === 'string' ? variant : `file?${writeTerms(variant)}`
      if (row === null || !signer.verify({ imageId, variant: signed, accountId: row.accountId, expires, signature })) return null
      if (typeof variant !== 'string') {
        const { mime, name } = describeFile(row, variant)
        return { bytes: await makeFile(row, variant), mime, name }
      }
      if (variant === 'svg') {
        return row.svgKey === null ? null : { bytes: await files.read(row.svgKey), mime: mimeOf.svg, name: nameOf(row, 'svg') }
      }
      const file = await storage.get(variant === 'thumb' ? thumbKey(row.contentKey) : row.contentKey)
      return file && { bytes: file, mime: variant === 'thumb' ? 'image/webp' : row.mime, name: null }
    },
  }
}
