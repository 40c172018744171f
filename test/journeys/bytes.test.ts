import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { extensionFolder } from 'server/operator/prepare'
import { expect, test } from 'vitest'
import { zip } from '../../extension/store/zip.mts'

const files = readdirSync(extensionFolder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
const scripts = files.filter((file) => file.endsWith('.js'))

function only(name: RegExp): Buffer {
  const [file, ...others] = scripts.filter((path) => name.test(path))
  if (file === undefined || others.length > 0) throw new Error(`The build has not exactly one ${name}`)
  return readFileSync(file)
}

const zipped = (bytes: Buffer): number => gzipSync(bytes, { level: 9 }).length

test('the pill, which every design page carries, weighs at most 6 kB, zipped, without React and zod', () => {
  const pill = only(/pill\.\w+\.js$/)
  expect(zipped(pill)).toBeLessThanOrEqual(6_000)
  expect(String(pill)).not.toMatch(/react|safeParse|ZodError/i)
})

test('the worker, which is started again and again, weighs at most 70 kB, zipped, without React', () => {
  const worker = only(/background.index\.js$/)
  expect(zipped(worker)).toBeLessThanOrEqual(70_000)
  expect(String(worker)).not.toMatch(/react\.dev/)
})

test('what a store is given weighs at most 900 kB, with React in it once', () => {
  const archive = zip(files.map((path) => ({ path, bytes: readFileSync(path) })))
  expect(archive.length).toBeLessThanOrEqual(900_000)
  expect(scripts.filter((file) => readFileSync(file, 'utf8').includes('react.dev/errors'))).toHaveLength(1)
})
