import {
  type GalleryImage,
  type ImageCounts,
  type ImageDetail,
  type ImageListRequest,
  type ImagePage,
  type Image as ImageView,
  operation,
} from 'shared'
import * as z from 'zod'
import type { Image as ImageRow } from '../../../generated/sqlite/client.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import { ToileError } from '../../platform/errors.ts'
import { pageOf } from '../../platform/pages.ts'
import { cutoff } from '../gallery.ts'
import { describeImages } from './describe.ts'
import { countSql, listSql, type Place } from './list-sql.ts'

/** An account's results, to look through. */
export interface Listing {
  /** `NOT_FOUND` for a cursor that is none of the account's results. */
  list(accountId: string, asked: ImageListRequest): Promise<ImagePage>
  counts(accountId: string): Promise<ImageCounts>
  /** `NOT_FOUND` for what is no result of the account's, or was deleted. */
  detail(accountId: string, imageId: string): Promise<ImageDetail>
}

const facts = z.object({
  id: z.string(),
  index: z.coerce.number(),
  count: z.coerce.number(),
  charged: z.coerce.number(),
  seed: z.coerce.number(),
  generationId: z.string(),
  projectId: z.string().nullable(),
  operation,
  prompt: z.string(),
  engine: z.string(),
  sourceImageId: z.string().nullable(),
})
type Facts = z.infer<typeof facts>
const counted = z.array(z.object({ projectId: z.string().nullable(), images: z.coerce.number(), latest: z.coerce.date() }))

interface ListingDeps {
  db: Db
  clock: Clock
  view: (row: ImageRow) => ImageView
}

export function createListing({ db, clock, view }: ListingDeps): Listing {
  const viewed = (row: ImageRow, made: Facts): GalleryImage => ({ ...view(row), ...made })

  const jobOf = async (accountId: string, imageId: string) => {
    const job = await db.read.generationJob.findFirst({
      where: { imageId, generation: { accountId } },
      include: { generation: true },
    })
    if (job === null) throw new ToileError('NOT_FOUND')
    return job
  }
  const placeOf = async (accountId: string, imageId: string): Promise<Place> => {
    const { index, generation } = await jobOf(accountId, imageId)
    return { createdAt: generation.createdAt, generationId: generation.id, index }
  }

  return {
    list: async (accountId, asked) => {
      const after = asked.cursor === undefined ? null : await placeOf(accountId, asked.cursor)
      if (asked.query !== '') await describeImages(db, accountId)
      const restorable = cutoff(clock).getTime()
      const found = z.array(facts).parse(await db.read.$queryRaw(listSql(accountId, asked, after, restorable)))
      const { page, nextCursor } = pageOf(found, asked.limit)
      const rows = await db.read.image.findMany({ where: { id: { in: page.map(({ id }) => id) } } })
      const byId = new Map(rows.map((row) => [row.id, row]))
      const images = page.flatMap((made) => {
        const row = byId.get(made.id)
        return row === undefined ? [] : [viewed(row, made)]
      })
      return { images, nextCursor }
    },
    counts: async (accountId) => {
      const rows = counted.parse(await db.read.$queryRaw(countSql(accountId)))
      return rows
        .sort((a, b) => b.latest.getTime() - a.latest.getTime())
        .map(({ latest, ...count }) => ({ ...count, latest: latest.toISOString() }))
    },
    detail: async (accountId, imageId) => {
      const row = await db.read.image.findFirst({ where: { id: imageId, accountId, deletedAt: null } })
      if (row === null) throw new ToileError('NOT_FOUND')
      const { generation, ...job } = await jobOf(accountId, imageId)
      const { sourceImageId } = generation
      const source =
        sourceImageId === null
          ? null
          : await db.read.image.findFirst({ where: { id: sourceImageId, accountId, deletedAt: null } })
      const made = facts.parse({ ...generation, ...job, id: imageId, generationId: generation.id })
      return {
        image: viewed(row, made),
        source: source && view(source),
        page: source && (source.pageUrl ?? source.pageTitle) !== null ? { url: source.pageUrl, title: source.pageTitle } : null,
      }
    },
  }
}
