import type { Db } from 'server/platform/db'

const rowsAtOnce = 500
const minuteMs = 60_000
const perGeneration = 4

export interface LongGallery {
  accountId: string
  images: number
  /** Keys of the files that the images share; rows for them are made where there are none. */
  contentKeys: string[]
  /** Generations go to these in turn; null is no project. */
  projectIds?: (string | null)[]
  /** When the last generation was asked for; the others lie a minute apart before it. */
  until: Date
}

/** Writes results of free operations straight into the tables: as many images as one makes in years. The wallet knows nothing of them. */
export async function writeLongGallery(db: Db, gallery: LongGallery): Promise<void> {
  const { accountId, images, contentKeys, until } = gallery
  const { write } = db
  const known = new Set((await write.imageFile.findMany({ where: { key: { in: contentKeys } } })).map(({ key }) => key))
  const files = contentKeys.filter((key) => !known.has(key)).map((key) => ({ key, touchedAt: until }))
  if (files.length > 0) await write.imageFile.createMany({ data: files })
  const rows = Array.from({ length: Math.ceil(images / perGeneration) }, (_, at) => rowsOf(gallery, at, contentKeys))
  const inParts = async <T>(all: T[], create: (data: T[]) => Promise<unknown>) => {
    for (let from = 0; from < all.length; from += rowsAtOnce) await create(all.slice(from, from + rowsAtOnce))
  }
  await inParts(
    rows.map(({ generation }) => generation),
    (data) => write.generation.createMany({ data }),
  )
  await inParts(
    rows.flatMap((row) => row.images),
    (data) => write.image.createMany({ data }),
  )
  await inParts(
    rows.flatMap(({ jobs }) => jobs),
    (data) => write.generationJob.createMany({ data }),
  )

  function rowsOf({ projectIds = [null] }: LongGallery, at: number, keys: string[]) {
    const id = `${accountId}-${String(at).padStart(6, '0')}`
    const createdAt = new Date(until.getTime() - at * minuteMs)
    const count = Math.min(perGeneration, images - at * perGeneration)
    const recipe = { operation: 'recolour', size: 1024, engine: 'print', seed: 1 }
    const made = { prompt: `ditsy florals ${at}`, creditsEach: 0, priceVersion: 1, understood: '[]', ignored: '[]' }
    const who = { accountId, memberId: 'member-of-long', intentId: id, holdId: id, projectId: projectIds[at % projectIds.length] }
    const places = Array.from({ length: count }, (_, index) => ({ index, imageId: `${id}-${index}` }))
    return {
      generation: { id, ...who, ...recipe, ...made, count, createdAt, finishedAt: createdAt },
      images: places.map(({ index, imageId }) => ({
        id: imageId,
        accountId,
        contentKey: keys[(at * perGeneration + index) % keys.length] ?? '',
        role: 'result',
        mime: 'image/png',
        bytes: 1000,
        width: 1024,
        height: 1024,
        palette: at % 100 === 0 ? '["#1c2a55","#f1e3c5"]' : '["#c98d8a"]',
        createdAt,
      })),
      jobs: places.map(({ index, imageId }) => ({
        id: `${imageId}-job`,
        generationId: id,
        index,
        seed: 1,
        state: 'delivered',
        imageId,
        createdAt,
        finishedAt: createdAt,
      })),
    }
  }
}
