import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskStorage } from './storage.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toile-storage-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const key = 'ab'.repeat(32)

test('what was put is got; what was not is null', async () => {
  const storage = diskStorage(folder)
  await storage.put(key, Buffer.from('picture'))
  expect(Buffer.from((await storage.get(key)) ?? []).toString()).toBe('picture')
  expect(await storage.get('cd'.repeat(32))).toBeNull()
})

test('a reader sees all of a file or nothing, while it is written by several', async () => {
  const storage = diskStorage(folder)
  const bytes = Buffer.alloc(8_000_000, 7)
  const writing = Promise.all([storage.put(key, bytes), storage.put(key, bytes), storage.put(key, bytes)])
  const seen: number[] = []
  let done = false
  void writing.finally(() => {
    done = true
  })
  while (!done) seen.push((await storage.get(key))?.length ?? 0)
  await writing
  expect([...new Set(seen)].filter((length) => length !== 0 && length !== bytes.length)).toEqual([])
  expect(readdirSync(join(folder, 'ab'))).toEqual([key])
})

test('a file that cannot be written leaves nothing behind', async () => {
  writeFileSync(join(folder, 'ab'), 'in the way of the folder')
  await expect(diskStorage(folder).put(key, Buffer.from('picture'))).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['ab'])
})
