import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const here = import.meta.dirname
const makers = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => ({ file, lines: readFileSync(join(here, file), 'utf8').split('\n') }))
  .filter(({ lines }) => lines.some((line) => line.endsWith(" from 'zod'") && !line.startsWith('import type')))

/** A statement of the module itself, as the formatter writes it: what only declares begins with a word of its own. */
const statement = /^(?!(import|export|const|function|async function|interface|type|class)\b)[\w$(!]/

test('a module that makes schemas does nothing else when it is loaded: pages run it when they first use it', () => {
  expect(makers.length).toBeGreaterThan(10)
  const doing = makers.flatMap(({ file, lines }) =>
    lines.filter((line) => statement.test(line)).map((line) => `${file}: ${line}`),
  )
  expect(doing).toEqual([])
})
