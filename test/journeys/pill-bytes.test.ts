import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { extensionFolder } from 'server/operator/prepare'
import { expect, test } from 'vitest'

/** What every design page carries. */
const mostBytes = 6_000

function pill(): Buffer {
  const [file, ...others] = readdirSync(extensionFolder).filter((name) => /^pill\.\w+\.js$/.test(name))
  if (file === undefined || others.length > 0) throw new Error('The build has not exactly one pill')
  return readFileSync(join(extensionFolder, file))
}

test('the pill weighs at most 6 kB, zipped, without React and zod', () => {
  expect(gzipSync(pill(), { level: 9 }).length).toBeLessThanOrEqual(mostBytes)
  expect(String(pill())).not.toMatch(/react|safeParse|ZodError/i)
})
