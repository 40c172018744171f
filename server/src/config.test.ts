import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toile-config-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const read = (settings: Record<string, string>) => readConfig({ PATH: '/bin', TOILE_DATA: folder, ...settings })

test('without settings the server listens on this machine only, and keeps a secret of its own', () => {
  const first = read({})
  expect(first).toMatchObject({ host: '127.0.0.1', port: 8787, trial: { credits: 25, days: 14 }, testCheckoutAnywhere: false })
  expect(first.secret.length).toBeGreaterThanOrEqual(32)
  expect(read({}).secret).toBe(first.secret)
})

test('an unknown setting is an error that names it and the known ones', () => {
  expect(() => read({ TOILE_PROT: '1' })).toThrow(/Unknown setting TOILE_PROT\. Known: .*TOILE_PORT/)
})

test.each([
  ['TOILE_PORT', 'eighty'],
  ['TOILE_PORT', ''],
  ['TOILE_PORT', '70000'],
  ['TOILE_SECRET', 'short'],
  ['TOILE_EXTENSION_ORIGINS', 'https://example.org'],
  ['TOILE_TEST_CHECKOUT', 'yes'],
  ['TOILE_PUBLIC_URL', 'toile'],
])('%s=%s is an error that names the setting', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(ConfigError)
  expect(() => read({ [name]: value })).toThrow(`Setting ${name}`)
})
