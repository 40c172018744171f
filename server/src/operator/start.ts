// `pnpm start`: prepares what changed, starts the server and says what to do. `--open` also opens a browser with the extension.
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { findChromium, openWithExtension } from './browser.ts'
import { extensionFolder, prepare } from './prepare.ts'

const { values } = parseArgs({ options: { open: { type: 'boolean', default: false } } })
/** Where a newly installed extension looks for its server. */
const extensionDefault = 'http://127.0.0.1:8787'
const listening = z.object({ url: z.url(), data: z.string() })

prepare()
const server = fork(join(import.meta.dirname, '../main.ts'), { stdio: 'inherit' })
server.once('message', (message) => {
  const { url, data } = listening.parse(message)
  console.log(`\nToile is ready. Try it at ${url}/try`)
  console.log(`Extension to load unpacked: ${extensionFolder}\n`)
  console.log('  1. Open chrome://extensions, switch on “Developer mode”, press “Load unpacked” and choose that folder.')
  console.log(`  2. Open ${url}/try, right-click a picture and choose “Make variations…”.`)
  console.log('  3. Look at the price, press Generate. 25 trial credits are yours; images that fail cost nothing.\n')
  if (url !== extensionDefault)
    console.log(`The extension looks for a server at ${extensionDefault}: tell it ${url} in its options.\n`)
  if (values.open) open(`${url}/try`, join(data, 'browser'))
})
// A server that was killed has no code; that is no success.
server.on('exit', (code) => process.exit(code ?? 1))
// Ctrl+C reaches the server, too: it stops by itself, and then so do we.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => signal === 'SIGTERM' && server.kill(signal))

function open(url: string, profileFolder: string): void {
  const chromium = findChromium(process.env.PATH ?? '')
  if (chromium === null) {
    console.log(
      'No Chromium or Chrome for Testing was found to open (Google Chrome does not load extensions this way): follow the three steps above.',
    )
    return
  }
  openWithExtension(chromium, { url, extensionFolder, profileFolder, root: process.getuid?.() === 0 }).on('error', (error) => {
    console.log(`${chromium} could not be started (${error.message}): follow the three steps above.`)
  })
}
