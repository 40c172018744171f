// A program: runs a PostgreSQL cluster of its own for as long as whoever forked it lives, and leaves nothing behind. A process
// apart, since a test run that is killed cannot end what it started: its channel to here closes, however it dies.
// With `fsync=off` as its argument commits do not wait for the disk.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { postgresBinaries, unprivileged, withinReach } from './postgres-binaries.ts'

const folder = mkdtempSync(join(tmpdir(), 'toile-postgres-'))
let cluster: ChildProcess | undefined
process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
process.on('disconnect', stop)

const password = randomUUID()
const passwordFile = join(folder, 'password')
writeFileSync(passwordFile, password)
const user = unprivileged()
const { initdb, postgres } = withinReach(await postgresBinaries(), folder)
if (user.uid !== undefined && user.gid !== undefined) {
  for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid)
}
// In English: one of its lines is waited for.
const spawning = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' } }
const data = join(folder, 'data')
makeCluster()
const port = await startCluster()
process.send?.({ url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres` })

/** It sorts text as people do, unlike SQLite: code that counts on either order fails here. */
function makeCluster(): void {
  const access = ['--username=postgres', '--auth=password', `--pwfile=${passwordFile}`]
  const language = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US']
  execFileSync(initdb, ['-D', data, ...access, ...language], { ...spawning, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** Answers the port. Somebody may take a free one before PostgreSQL does: then another. */
async function startCluster(): Promise<number> {
  for (let tries = 0; tries < 5; tries++) {
    const free = await freePort()
    if (await listensOn(free)) return free
  }
  throw new Error('PostgreSQL did not start')
}

async function listensOn(at: number): Promise<boolean> {
  const settings = ['listen_addresses=127.0.0.1', `port=${at}`, 'unix_socket_directories=', 'max_connections=200']
  settings.push(...process.argv.slice(2))
  const flags = settings.flatMap((setting) => ['-c', setting])
  const started = spawn(postgres, ['-D', data, ...flags], { ...spawning, stdio: ['ignore', 'ignore', 'pipe'] })
  cluster = started
  for await (const line of createInterface(started.stderr)) {
    if (!line.includes('ready to accept connections')) continue
    // Unread, it would stop at a full pipe.
    started.stderr.resume()
    return true
  }
  return false
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('A port was asked for')
  return address.port
}

async function stop(): Promise<void> {
  if (cluster !== undefined && cluster.exitCode === null && cluster.signalCode === null) {
    // At once, without a last word to a disk that is thrown away.
    cluster.kill('SIGQUIT')
    await once(cluster, 'exit')
  }
  process.exit(0)
}
