import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskStorage } from './disk-storage.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toile-storage-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const key = 'ab'.repeat(32)

test('a file that cannot be written leaves nothing behind', async () => {
  writeFileSync(join(folder, 'ab'), 'in the way of the folder')
  await expect(diskStorage(folder).put(key, Buffer.from('picture'))).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['ab'])
})
