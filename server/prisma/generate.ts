// Generates both Prisma clients, if the models changed since the last time. It needs no schema engine and no download:
// PRISMA_SCHEMA_ENGINE_BINARY only has to name something executable.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const providers = ['sqlite', 'postgresql']
const server = join(import.meta.dirname, '..')
const models = join(import.meta.dirname, 'models')
const stamp = join(server, 'generated/.stamp')
const hash = createHash('sha256')
hash.update(readFileSync(join(server, 'package.json')))
for (const provider of providers) hash.update(readFileSync(join(import.meta.dirname, provider, 'schema.prisma')))
for (const name of readdirSync(models).sort()) hash.update(readFileSync(join(models, name)))
const wanted = hash.digest('hex')

async function generate(provider: string): Promise<void> {
  const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const generator = spawn(process.execPath, [cli, 'generate'], {
    cwd: server,
    env: { ...process.env, DB_PROVIDER: provider, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const [code] = await once(generator, 'exit')
  if (code !== 0) throw new Error(`The Prisma client for ${provider} was not generated.`)
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  await Promise.all(providers.map(generate))
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}
