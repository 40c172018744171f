import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimDataFolder, DataFolderError, keptSecret } from './data-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toile-data-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a second server is kept out of the data folder, and let in when the first has ended', () => {
  const free = claimDataFolder(folder)
  expect(() => claimDataFolder(folder)).toThrow(/Another Toile server uses the data folder/)
  free()
  claimDataFolder(folder)()
})

test('a server that was killed leaves no lock behind', async () => {
  const program = join(folder, 'holder.mts')
  writeFileSync(
    program,
    `import { claimDataFolder } from ${JSON.stringify(join(import.meta.dirname, 'data-folder.ts'))}
     claimDataFolder(${JSON.stringify(folder)})
     process.send?.('held')
     setInterval(() => {}, 1000)`,
  )
  const holder = fork(program, { execArgv: [] })
  const ended = once(holder, 'exit')
  try {
    await once(holder, 'message')
    expect(() => claimDataFolder(folder)).toThrow(DataFolderError)
  } finally {
    holder.kill('SIGKILL')
    await ended
  }
  claimDataFolder(folder)()
})

test('a folder that cannot be made is told with what to set', () => {
  writeFileSync(join(folder, 'file'), '')
  expect(() => claimDataFolder(join(folder, 'file', 'data'))).toThrow(/can't be made.*TOILE_DATA/)
})

test('the secret is made once and kept, and a broken one is refused', () => {
  const secret = keptSecret(folder)
  expect(secret.length).toBeGreaterThanOrEqual(32)
  expect([keptSecret(folder), readdirSync(folder)]).toEqual([secret, ['secret']])
  writeFileSync(join(folder, 'secret'), '')
  expect(() => keptSecret(folder)).toThrow(/needs at least 32 characters\. Delete it for a new one/)
})
