import type { Db } from 'server/platform/db'
import type { Columns } from 'server/wallet/records/columns'
import { dialectOf, toJson } from 'server/wallet/records/dialect'

const rowsAtOnce = 5_000
const minuteMs = 60_000
const perGeneration = 4

const generationColumns: Columns = {
  ...{ id: 'text', accountId: 'text', memberId: 'text', projectId: 'text', intentId: 'text', holdId: 'text', operation: 'text' },
  ...{ prompt: 'text', count: 'int', size: 'int', engine: 'text', seed: 'int', options: 'text', creditsEach: 'int' },
  ...{ priceVersion: 'int', understood: 'text', ignored: 'text', createdAt: 'time', finishedAt: 'time' },
}
const imageColumns: Columns = {
  ...{ id: 'text', accountId: 'text', contentKey: 'text', role: 'text', mime: 'text', bytes: 'int', width: 'int' },
  ...{ height: 'int', palette: 'text', createdAt: 'time' },
}
const jobColumns: Columns = {
  ...{ id: 'text', generationId: 'text', index: 'int', seed: 'int', state: 'text', imageId: 'text', createdAt: 'time' },
  ...{ finishedAt: 'time' },
}

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
  const insert = async (table: string, columns: Columns, all: object[]) => {
    const statement = dialectOf(db.provider).insert(table, columns)
    for (let from = 0; from < all.length; from += rowsAtOnce)
      await write.$executeRawUnsafe(statement, toJson(columns, all.slice(from, from + rowsAtOnce)))
  }
  const generations = rows.map(({ generation }) => generation)
  await insert('Generation', generationColumns, generations)
  await insert(
    'Image',
    imageColumns,
    rows.flatMap((row) => row.images),
  )
  await insert(
    'GenerationJob',
    jobColumns,
    rows.flatMap(({ jobs }) => jobs),
  )

  function rowsOf({ projectIds = [null] }: LongGallery, at: number, keys: string[]) {
    const id = `${accountId}-${String(at).padStart(6, '0')}`
    const createdAt = until.getTime() - at * minuteMs
    const count = Math.min(perGeneration, images - at * perGeneration)
    const recipe = { operation: 'recolour', size: 1024, engine: 'print', seed: 1, options: '{}' }
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
