import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface Bundle {
  file: string
  rawBytes: number
  gzipBytes: number
}

/** Every script and style sheet of a built extension, the largest first; the hash in a file's name is left out. */
export function bundlesOf(folder: string): Bundle[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|css)$/.test(file))
  const bundles = files.map((file) => {
    const bytes = readFileSync(join(folder, file))
    const name = relative('.', file).replace(/\.[0-9a-f]{8}\./, '.')
    return { file: name, rawBytes: bytes.length, gzipBytes: gzipSync(bytes, { level: 9 }).length }
  })
  return bundles.sort((a, b) => b.rawBytes - a.rawBytes)
}
