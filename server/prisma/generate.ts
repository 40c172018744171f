// Generates the Prisma client, if the models changed since the last time. It needs no schema engine and no download:
// PRISMA_SCHEMA_ENGINE_BINARY only has to name something executable.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const server = join(import.meta.dirname, '..')
const models = join(import.meta.dirname, 'models')
const stamp = join(server, 'generated/.stamp')
const hash = createHash('sha256')
hash.update(readFileSync(join(server, 'package.json')))
hash.update(readFileSync(join(import.meta.dirname, 'sqlite/schema.prisma')))
for (const name of readdirSync(models).sort()) hash.update(readFileSync(join(models, name)))
const wanted = hash.digest('hex')

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
  execFileSync(process.execPath, [cli, 'generate'], {
    cwd: server,
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}
