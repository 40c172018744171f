import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { noticesOf } from '../../extension/store/notices.mts'
import { storeManifest } from '../../extension/store/store-manifest.mts'
import { zip } from '../../extension/store/zip.mts'

const root = join(import.meta.dirname, '../..')
const { manifest: own } = JSON.parse(readFileSync(join(root, 'extension/package.json'), 'utf8'))
/** As Plasmo builds it: it adds what its pages and scripts need. */
const built = {
  ...own,
  permissions: ['sidePanel', ...own.permissions],
  side_panel: { default_path: 'sidepanel.html' },
  web_accessible_resources: [...own.web_accessible_resources, { matches: ['http://127.0.0.1/*'], resources: ['pill.css'] }],
}

/** Reads an archive as the format's description says, from its directory at the end. */
function unzip(archive: Buffer): Record<string, string> {
  const end = archive.length - 22
  expect(archive.readUInt32LE(end)).toBe(0x06054b50)
  const files: [string, string][] = []
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, names, local] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28), archive.readUInt32LE(at + 42)]
    const name = archive.toString('utf8', at + 46, at + 46 + names)
    const body = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    files.push([name, inflateRawSync(archive.subarray(body, body + packed)).toString()])
    at += 46 + names
  }
  return Object.fromEntries(files)
}

test('no store is given the key of the unpacked build, and each only what its browser knows', () => {
  expect(storeManifest('chrome', built)).not.toHaveProperty('key')
  expect(storeManifest('edge', built)).toEqual(storeManifest('chrome', built))
  expect(storeManifest('chrome', built)).not.toHaveProperty('browser_specific_settings')
  const firefox = storeManifest('firefox', built)
  expect(firefox).not.toHaveProperty('key')
  expect(firefox).not.toHaveProperty('minimum_chrome_version')
  expect(firefox.permissions).toEqual(own.permissions)
  expect(firefox).toHaveProperty('browser_specific_settings.gecko.data_collection_permissions')
})

test('a page may hold the overlay and nothing else of Toile, under an address that it cannot guess', () => {
  const [overlay, ...others] = storeManifest('chrome', built).web_accessible_resources as object[]
  expect(overlay).toMatchObject({ resources: ['tabs/overlay.html'], use_dynamic_url: true })
  expect(others).toEqual([])
  expect(storeManifest('chrome', built)).not.toHaveProperty('externally_connectable')
})

test('every permission is justified where the stores ask for it', () => {
  const justified = readFileSync(join(root, 'extension/docs/store/permissions.md'), 'utf8')
  const asked = [...built.permissions, ...own.host_permissions, ...own.optional_host_permissions]
  expect(asked.filter((name: string) => !justified.includes(`\`${name}\``))).toEqual([])
})

test('an archive names what it carries of others, with licences that allow it', () => {
  const notices = noticesOf(join(root, 'extension'))
  for (const name of ['react', 'react-dom', 'scheduler', 'zod', '@trpc/client', '@trpc/server', 'plasmo', 'eventsource-parser'])
    expect(notices).toMatch(new RegExp(`^${name} [\\d.]+ \\(MIT\\)\\n\\n`, 'm'))
  expect(notices).not.toMatch(/\bA?L?GPL\b|^shared /m)
})

test('the same files make the same archive, in whatever order, and come out of it as they were', () => {
  const files = [
    { path: 'a/ü.txt', bytes: Buffer.from('flor '.repeat(100)) },
    { path: 'manifest.json', bytes: Buffer.from('{}') },
  ]
  const archive = zip(files)
  expect(zip(files.toReversed()).equals(archive)).toBe(true)
  expect(unzip(archive)).toEqual({ 'a/ü.txt': 'flor '.repeat(100), 'manifest.json': '{}' })
})
