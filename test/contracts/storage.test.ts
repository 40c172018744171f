import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskStorage } from 'server/images/disk-storage'
import { s3Storage } from 'server/images/s3-storage'
import type { ImageStorage } from 'server/images/storage'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startFakeS3 } from '../support/fake-s3.ts'
import { Stack } from '../support/stack.ts'

const places: Record<string, (stack: Stack) => Promise<ImageStorage>> = {
  'a disk': async (stack) =>
    diskStorage(stack.add(mkdtempSync(join(tmpdir(), 'toile-storage-')), (folder) => rmSync(folder, { recursive: true }))),
  'an S3 bucket': async (stack) => {
    const service = stack.add(await startFakeS3(), (service) => service.close())
    return s3Storage({ ...service, pathStyle: true })
  },
}

let stack: Stack
let storage: ImageStorage
afterEach(() => stack.close())

const key = (letter: string) => `ab${letter.repeat(62)}`
const text = async (name: string) => {
  const bytes = await storage.get(name)
  return bytes === null ? null : Buffer.from(bytes).toString()
}
const listed = async (shelf: string) => {
  const keys: string[] = []
  for await (const file of storage.list(shelf)) keys.push(file.key)
  return keys.sort()
}

describe.each(Object.entries(places))('on %s', (_name, open) => {
  beforeEach(async () => {
    stack = new Stack()
    storage = await open(stack)
  })

  test('what was put is got, as it was', async () => {
    await storage.put(key('c'), Buffer.from('picture'))
    await storage.put(`${key('c')}.thumb.webp`, Buffer.from('small'))
    expect([await text(key('c')), await text(`${key('c')}.thumb.webp`)]).toEqual(['picture', 'small'])
  })

  test('what was never put is null', async () => {
    expect(await storage.get(key('c'))).toBeNull()
  })

  test('what was deleted is null, and can be put again', async () => {
    await storage.put(key('c'), Buffer.from('picture'))
    await storage.delete(key('c'))
    expect(await storage.get(key('c'))).toBeNull()
    await storage.put(key('c'), Buffer.from('picture'))
    expect(await text(key('c'))).toBe('picture')
  })

  test('deleting what is not there is no failure', async () => {
    await storage.delete(key('c'))
    await storage.put(key('c'), Buffer.from('picture'))
    await Promise.all([storage.delete(key('c')), storage.delete(key('c'))])
    expect(await storage.get(key('c'))).toBeNull()
  })

  test('a shelf is listed whole, with when its files were written, and without those of others', async () => {
    const begun = Date.now() - 2000
    for (const letter of 'cdefg') await storage.put(key(letter), Buffer.from(letter))
    await storage.put('cd'.repeat(32), Buffer.from('other'))
    expect(await listed('ab')).toEqual([...'cdefg'].map(key))
    expect(await listed('00')).toEqual([])
    for await (const { writtenAt } of storage.list('ab')) expect(writtenAt.getTime()).toBeGreaterThan(begun)
  })

  test('24 MB come back as they went', async () => {
    const bytes = Buffer.alloc(24_000_000, 'large ')
    await storage.put(key('c'), bytes)
    expect(Buffer.from((await storage.get(key('c'))) ?? []).equals(bytes)).toBe(true)
  })

  test('a reader sees all of a file or nothing, while it is written by several', async () => {
    const bytes = Buffer.alloc(4_000_000, 7)
    const writing = Promise.all(Array.from({ length: 3 }, () => storage.put(key('c'), bytes)))
    const seen = new Set<number>()
    let done = false
    void writing.finally(() => {
      done = true
    })
    while (!done) seen.add((await storage.get(key('c')))?.length ?? 0)
    await writing
    seen.add((await storage.get(key('c')))?.length ?? 0)
    seen.delete(0)
    expect([...seen]).toEqual([bytes.length])
    expect(await listed('ab')).toEqual([key('c')])
  })
})

describe('an S3 bucket', () => {
  beforeEach(() => {
    stack = new Stack()
  })
  const start = async () => stack.add(await startFakeS3(), (service) => service.close())

  test('whose connection breaks within a file has all of it or nothing, and so has its reader', async () => {
    const service = await start()
    storage = await s3Storage({ ...service, pathStyle: true })
    const bytes = Buffer.alloc(3_000_000, 5)
    service.cutNext('PUT')
    await storage.put(key('c'), bytes)
    expect(service.asked.get('PUT')).toBe(2)
    service.cutNext('GET')
    const read = await storage.get(key('c')).catch(() => 'refused' as const)
    expect(['refused', bytes.length]).toContain(read === 'refused' ? read : read?.length)
  })

  test('that refuses us is an error, never an absent file', async () => {
    const service = await start()
    const stranger = { ...service.credentials, secretAccessKey: 'a wrong secret' }
    storage = await s3Storage({ ...service, credentials: stranger, pathStyle: true })
    await expect(storage.get(key('c'))).rejects.toThrow(/SignatureDoesNotMatch/)
    await expect(storage.put(key('c'), Buffer.from('picture'))).rejects.toThrow(/SignatureDoesNotMatch/)
    const elsewhere = await s3Storage({ ...service, bucket: 'other', pathStyle: true })
    await expect(elsewhere.get(key('c'))).rejects.toThrow(/NoSuchBucket/)
  })
})
