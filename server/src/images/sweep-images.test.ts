import { readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Caller, pictureForm } from '../../../test/support/caller.ts'
import { plain } from '../../../test/support/pictures.ts'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import type { DbProvider } from '../platform/db.ts'
import { diskStorage } from './disk-storage.ts'
import { createFiles, thumbKey } from './files.ts'
import { shelves } from './storage.ts'
import { shelfEveryMs, sweepDeletedImages, sweepSpareFiles, sweepUnknownFiles } from './sweep-images.ts'

let app: TestApp<TestDatabase>
let client: Caller

const deps = () => ({ db: app.database.db, storage: diskStorage(app.imageFolder), clock: app.clock })
const files = () => readdirSync(app.imageFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('/'))
const upload = async (colour: string, by = client) =>
  by.images.upload.mutate(pictureForm(await plain(32, 32, colour), 'image/png'))
/** Time passes, and everything is swept that is due by then. */
const later = async (days: number) => {
  app.clock.advance({ days })
  return [await sweepDeletedImages(deps()), await sweepSpareFiles(deps())]
}

/** Every shelf is looked through once; 43 hours go by. Answers how many files were found. */
const wholeRound = async () => {
  let found = 0
  for (const _ of shelves) {
    found += await sweepUnknownFiles(deps())
    app.clock.advance({ ms: shelfEveryMs })
  }
  return found
}

function startBeforeEach(database: DbProvider): void {
  beforeEach(async () => {
    app = await startTestApp({ database })
    client = (await app.guest()).client
  })
  afterEach(() => app.close())
}

describe.each(databases)('on %s', (database) => {
  startBeforeEach(database)

  test('a file that two accounts have goes with the last of them', async () => {
    const other = (await app.guest()).client
    const [one, two] = [await upload('#336699'), await upload('#336699', other)]
    expect(files()).toHaveLength(2)
    await client.images.delete.mutate({ id: one.id })
    expect([await later(8), files().length]).toEqual([[1, 0], 2])
    await other.images.delete.mutate({ id: two.id })
    expect([await later(8), files().length]).toEqual([[1, 1], 0])
  })

  test('bytes that are uploaded again while their file is being deleted are there afterwards', async () => {
    const colours = ['#010203', '#040506', '#070809']
    for (const colour of colours) await client.images.delete.mutate({ id: (await upload(colour)).id })
    app.clock.advance({ days: 8 })
    await sweepDeletedImages(deps())
    const [, ...again] = await Promise.all([sweepSpareFiles(deps()), ...colours.map((colour) => upload(colour))])
    await sweepSpareFiles(deps())
    expect(await Promise.all(again.map(async ({ url }) => (await fetch(url)).status))).toEqual([200, 200, 200])
  })

  test('whoever wrote the bytes while the file was locked for deletion waits, and writes them anew', async () => {
    const bytes = Buffer.from('the same bytes')
    const { db, storage, clock } = deps()
    const key = await createFiles(deps()).keep(bytes)
    app.clock.advance({ days: 2 })
    let writing: Promise<string> = Promise.resolve('')
    const slow = {
      ...storage,
      delete: async (name: string) => {
        // The writer comes in the very middle of the deletion.
        if (name === key) writing = createFiles({ db, storage, clock }).keep(bytes)
        await new Promise((resolve) => setTimeout(resolve, 50))
        await storage.delete(name)
      },
    }
    expect(await sweepSpareFiles({ db, storage: slow, clock })).toBe(1)
    await writing
    expect(await storage.get(key)).not.toBeNull()
    expect(await db.read.imageFile.count({ where: { key } })).toBe(1)
  })

  test('an image never points at a file whose row is gone', async () => {
    const { id } = await upload('#123456')
    const { db } = app.database
    const row = await db.read.image.findUniqueOrThrow({ where: { id } })
    await expect(db.write.imageFile.delete({ where: { key: row.contentKey } })).rejects.toThrow()
    await expect(db.write.image.create({ data: { ...row, id: 'other', contentKey: 'ff'.repeat(32) } })).rejects.toThrow()
  })
})

describe('in time', () => {
  startBeforeEach('sqlite')

  test('an image that was deleted a week ago is gone, its file and thumbnail with it; others stay', async () => {
    const [gone, kept] = [await upload('#111111'), await upload('#eeeeee')]
    await client.images.delete.mutate({ id: gone.id })
    expect([await later(6.9), files().length]).toEqual([[0, 0], 4])
    expect([await later(0.1), files().length]).toEqual([[1, 1], 2])
    const view = await client.images.favourite.mutate({ id: kept.id, favourite: true })
    expect([(await fetch(view.url)).status, (await fetch(view.thumbUrl)).status]).toEqual([200, 200])
    expect(await app.database.db.read.image.count()).toBe(1)
  })

  test('the shapes of a print go with it', async () => {
    const { id } = await client.generations.request.mutate(request(1, { prompt: 'polka dots in navy' }))
    const [item] = (await finished(client, id)).items
    expect(files()).toHaveLength(3)
    await client.images.delete.mutate({ id: item?.image?.id ?? '' })
    expect([await later(8), files()]).toEqual([[1, 2], []])
  })

  test('what was written and never came to an image goes after a day', async () => {
    const { keep } = createFiles(deps())
    await keep(Buffer.from('a result that nobody captured'), Buffer.from('small'))
    expect([await later(0.9), files().length]).toEqual([[0, 0], 2])
    expect([await later(0.2), files().length]).toEqual([[0, 1], 0])
  })

  test('a deletion that fails half-way is taken up again', async () => {
    const key = await createFiles(deps()).keep(Buffer.from('spare'))
    app.clock.advance({ days: 2 })
    const failing = { ...deps().storage, delete: () => Promise.reject(new Error('the bucket is away')) }
    await expect(sweepSpareFiles({ ...deps(), storage: failing })).rejects.toThrow('the bucket is away')
    expect(await app.database.db.read.imageFile.count({ where: { key } })).toBe(1)
    app.clock.advance({ days: 1.1 })
    expect(await sweepSpareFiles(deps())).toBe(1)
  })

  test('files that no row knows are found, given a day, and deleted; what is known or young is left', async () => {
    const image = await upload('#654321')
    const shelf = join(app.imageFolder, '7f')
    const strays = ['7f'.repeat(32), `${'7f'.repeat(32)}.thumb.webp`, `${'7f'.repeat(31)}aa.0c1d.part`]
    await deps().storage.put(strays[0] ?? '', Buffer.from('stray'))
    for (const name of strays) writeFileSync(join(shelf, name), 'stray')
    writeFileSync(join(shelf, '7f-young'), 'young')
    const old = new Date(app.clock.now().getTime() - 2 * 86_400_000)
    for (const name of strays) utimesSync(join(shelf, name), old, old)
    utimesSync(join(shelf, '7f-young'), app.clock.now(), app.clock.now())
    expect(await wholeRound()).toBeGreaterThanOrEqual(2)
    app.clock.advance({ days: 1.1 })
    await sweepSpareFiles(deps())
    expect(readdirSync(shelf).filter((name) => strays.includes(name))).toEqual([])
    expect((await fetch((await client.images.favourite.mutate({ id: image.id, favourite: true })).url)).status).toBe(200)
  })

  test('a preview that nobody knew is the preview of its picture: made again meanwhile, both stay', async () => {
    await upload('#654321')
    const bytes = Buffer.from('a result that an older version never delivered')
    const { keep } = createFiles(deps())
    const key = await keep(bytes, Buffer.from('small'))
    await app.database.db.write.imageFile.delete({ where: { key } })
    app.clock.advance({ days: 400 })
    await wholeRound()
    await keep(bytes, Buffer.from('small'))
    const row = await app.database.db.read.image.findFirstOrThrow()
    await app.database.db.write.image.create({ data: { ...row, id: 'made-again', contentKey: key } })
    await later(2)
    expect([await deps().storage.get(key), await deps().storage.get(thumbKey(key))]).not.toContain(null)
  })

  test('a file that cannot be deleted keeps no other: it is tried again a day later', async () => {
    const { keep } = createFiles(deps())
    const stuck = await keep(Buffer.from('stuck'))
    app.clock.advance({ ms: 3_600_000 })
    await keep(Buffer.from('spare'))
    app.clock.advance({ days: 2 })
    const { storage, ...rest } = deps()
    const refuses = async (key: string) => {
      if (key === stuck) throw new Error('no permission')
      await storage.delete(key)
    }
    const stubborn = { ...rest, storage: { ...storage, delete: refuses } }
    await expect(sweepSpareFiles(stubborn)).rejects.toThrow('no permission')
    expect([await sweepSpareFiles(stubborn), files()]).toEqual([1, [`${stuck.slice(0, 2)}/${stuck}`]])
    app.clock.advance({ days: 1.1 })
    expect([await sweepSpareFiles(deps()), files()]).toEqual([1, []])
  })

  test('a database without images deletes nobody’s files: it may be the wrong one', async () => {
    rmSync(app.imageFolder, { recursive: true })
    await deps().storage.put('7f'.repeat(32), Buffer.from('of another database'))
    await wholeRound()
    expect(await app.database.db.read.imageFile.count()).toBe(0)
  })
})
