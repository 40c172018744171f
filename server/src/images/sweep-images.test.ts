import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plain } from '../../../test/support/pictures.ts'
import { TestClock } from '../../../test/support/test-clock.ts'
import { databases, openTestDatabase, type TestDatabase } from '../../../test/support/test-database.ts'
import type { DbProvider } from '../platform/db.ts'
import { randomIds } from '../platform/ids.ts'
import { diskStorage } from './disk-storage.ts'
import { createFiles, thumbKey } from './files.ts'
import { createImages, type Images } from './images.ts'
import { createPixelWork } from './pixel-work.ts'
import { createUrlSigner } from './signed-url.ts'
import { shelves } from './storage.ts'
import { shelfEveryMs, sweepDeletedImages, sweepSpareFiles, sweepUnknownFiles } from './sweep-images.ts'

const pixels = createPixelWork()
afterAll(() => pixels.close())

let database: TestDatabase
let clock: TestClock
let imageFolder: string
let images: Images

const deps = () => ({ db: database.db, storage: diskStorage(imageFolder), clock })
const files = () => readdirSync(imageFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('/'))
const [ana, bia] = ['account-ana', 'account-bia']
const upload = async (colour: string, by = ana) =>
  images.upload(by, await plain(32, 32, colour), { pageUrl: null, pageTitle: null, imageUrl: null })
/** True where the image's file and its thumbnail are there to be looked at. */
const isThere = async (id: string) => {
  const { contentKey } = await database.db.read.image.findUniqueOrThrow({ where: { id } })
  const { storage } = deps()
  return (await storage.get(contentKey)) !== null && (await storage.get(thumbKey(contentKey))) !== null
}
/** Time passes, and everything is swept that is due by then. */
const later = async (days: number) => {
  clock.advance({ days })
  return [await sweepDeletedImages(deps()), await sweepSpareFiles(deps())]
}

/** Every shelf is looked through once; 43 hours go by. Answers how many files were found. */
const wholeRound = async () => {
  let found = 0
  for (const _ of shelves) {
    found += await sweepUnknownFiles(deps())
    clock.advance({ ms: shelfEveryMs })
  }
  return found
}

function startBeforeEach(provider: DbProvider): void {
  beforeEach(async () => {
    database = await openTestDatabase(provider)
    clock = new TestClock()
    imageFolder = mkdtempSync(join(tmpdir(), 'toile-sweep-'))
    const signer = createUrlSigner('a secret of the tests, at least 32 long', () => clock.now())
    images = createImages({ ...deps(), pixels, ids: randomIds, signer, baseUrl: () => '', engineVersion: () => null })
  })
  afterEach(async () => {
    await database.close()
    rmSync(imageFolder, { recursive: true, force: true })
  })
}

describe.each(databases)('on %s', (provider) => {
  startBeforeEach(provider)

  test('a file that two accounts have goes with the last of them', async () => {
    const [one, two] = [await upload('#336699'), await upload('#336699', bia)]
    expect(files()).toHaveLength(2)
    await images.delete(ana, one.id)
    expect([await later(8), files().length]).toEqual([[1, 0], 2])
    await images.delete(bia, two.id)
    expect([await later(8), files().length]).toEqual([[1, 1], 0])
  })

  test('bytes that are uploaded again while their file is being deleted are there afterwards', async () => {
    const colours = ['#010203', '#040506', '#070809']
    for (const colour of colours) await images.delete(ana, (await upload(colour)).id)
    clock.advance({ days: 8 })
    await sweepDeletedImages(deps())
    const [, ...again] = await Promise.all([sweepSpareFiles(deps()), ...colours.map((colour) => upload(colour))])
    await sweepSpareFiles(deps())
    expect(await Promise.all(again.map(({ id }) => isThere(id)))).toEqual([true, true, true])
  })

  test('whoever wrote the bytes while the file was locked for deletion waits, and writes them anew', async () => {
    const bytes = Buffer.from('the same bytes')
    const { db, storage } = deps()
    const key = await createFiles(deps()).keep(bytes)
    clock.advance({ days: 2 })
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
    const { db } = database
    const row = await db.read.image.findUniqueOrThrow({ where: { id } })
    await expect(db.write.imageFile.delete({ where: { key: row.contentKey } })).rejects.toThrow()
    await expect(db.write.image.create({ data: { ...row, id: 'other', contentKey: 'ff'.repeat(32) } })).rejects.toThrow()
  })
})

describe('in time', () => {
  startBeforeEach('sqlite')

  test('an image that was deleted a week ago is gone, its file and thumbnail with it; others stay', async () => {
    const [gone, kept] = [await upload('#111111'), await upload('#eeeeee')]
    await images.delete(ana, gone.id)
    expect([await later(6.9), files().length]).toEqual([[0, 0], 4])
    expect([await later(0.1), files().length]).toEqual([[1, 1], 2])
    expect(await isThere(kept.id)).toBe(true)
    expect(await database.db.read.image.count()).toBe(1)
  })

  test('the shapes of a print go with it', async () => {
    const made = { bytes: await plain(64, 64, '#123456'), svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' }
    const making = {
      operation: 'generate',
      prompt: 'polka dots',
      size: 1024,
      seed: 1,
      index: 0,
      options: {},
      sourceImageId: null,
    } as const
    const row = await images.keepResult(ana, made, { ...making, engine: 'print', version: '1', model: 'print-1', kind: 'drawn' })
    await database.db.write.image.create({ data: row })
    expect([files().length, await later(2), files().length]).toEqual([3, [0, 0], 3])
    await images.delete(ana, row.id)
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
    clock.advance({ days: 2 })
    const failing = { ...deps().storage, delete: () => Promise.reject(new Error('the bucket is away')) }
    await expect(sweepSpareFiles({ ...deps(), storage: failing })).rejects.toThrow('the bucket is away')
    expect(await database.db.read.imageFile.count({ where: { key } })).toBe(1)
    clock.advance({ days: 1.1 })
    expect(await sweepSpareFiles(deps())).toBe(1)
  })

  test('files that no row knows are found, given a day, and deleted; what is known or young is left', async () => {
    const image = await upload('#654321')
    const shelf = join(imageFolder, '7f')
    const strays = ['7f'.repeat(32), `${'7f'.repeat(32)}.thumb.webp`, `${'7f'.repeat(31)}aa.0c1d.part`]
    await deps().storage.put(strays[0] ?? '', Buffer.from('stray'))
    for (const name of strays) writeFileSync(join(shelf, name), 'stray')
    writeFileSync(join(shelf, '7f-young'), 'young')
    const old = new Date(clock.now().getTime() - 2 * 86_400_000)
    for (const name of strays) utimesSync(join(shelf, name), old, old)
    utimesSync(join(shelf, '7f-young'), clock.now(), clock.now())
    expect(await wholeRound()).toBeGreaterThanOrEqual(2)
    clock.advance({ days: 1.1 })
    await sweepSpareFiles(deps())
    expect(readdirSync(shelf).filter((name) => strays.includes(name))).toEqual([])
    expect(await isThere(image.id)).toBe(true)
  })

  test('a preview that nobody knew is the preview of its picture: made again meanwhile, both stay', async () => {
    await upload('#654321')
    const bytes = Buffer.from('a result that an older version never delivered')
    const { keep } = createFiles(deps())
    const key = await keep(bytes, Buffer.from('small'))
    await database.db.write.imageFile.delete({ where: { key } })
    clock.advance({ days: 400 })
    await wholeRound()
    await keep(bytes, Buffer.from('small'))
    const row = await database.db.read.image.findFirstOrThrow()
    await database.db.write.image.create({ data: { ...row, id: 'made-again', contentKey: key } })
    await later(2)
    expect([await deps().storage.get(key), await deps().storage.get(thumbKey(key))]).not.toContain(null)
  })

  test('a file that cannot be deleted keeps no other: it is tried again a day later', async () => {
    const { keep } = createFiles(deps())
    const stuck = await keep(Buffer.from('stuck'))
    clock.advance({ ms: 3_600_000 })
    await keep(Buffer.from('spare'))
    clock.advance({ days: 2 })
    const { storage, ...rest } = deps()
    const refuses = async (key: string) => {
      if (key === stuck) throw new Error('no permission')
      await storage.delete(key)
    }
    const stubborn = { ...rest, storage: { ...storage, delete: refuses } }
    await expect(sweepSpareFiles(stubborn)).rejects.toThrow('no permission')
    expect([await sweepSpareFiles(stubborn), files()]).toEqual([1, [`${stuck.slice(0, 2)}/${stuck}`]])
    clock.advance({ days: 1.1 })
    expect([await sweepSpareFiles(deps()), files()]).toEqual([1, []])
  })

  test('a database without images deletes nobody’s files: it may be the wrong one', async () => {
    await deps().storage.put('7f'.repeat(32), Buffer.from('of another database'))
    await wholeRound()
    expect(await database.db.read.imageFile.count()).toBe(0)
  })
})
