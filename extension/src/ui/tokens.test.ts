import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const sources = join(import.meta.dirname, '..')

test('every design value is used, and every one that is used is there', () => {
  const sheets = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(css|tsx?)$/.test(file))
  const code = sheets.map((file) => readFileSync(join(sources, file), 'utf8')).join('\n')
  const named = (pattern: RegExp) => [...new Set([...code.matchAll(pattern)].map(([, name]) => name))].sort()
  const made = named(/^\s*(--tl-[\w-]+):/gm)
  expect(made.length).toBeGreaterThan(40)
  expect(named(/var\((--tl-[\w-]+)/g)).toEqual(made)
})
