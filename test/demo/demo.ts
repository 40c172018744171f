import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { stripVTControlCharacters } from 'node:util'
import { prepare } from 'server/operator/prepare'
import sharp from 'sharp'
import { ensureChromium } from '../support/chromium.ts'
import { Stack } from '../support/stack.ts'
import { readOptions } from './options.ts'

/** `pnpm demo`: the main job without a screen. Its last line is JSON; everything else is told on stderr. */
const started = Date.now()
const stack = new Stack()

function say(step: string): void {
  console.error(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${step}`)
}

async function demo(): Promise<object> {
  // pnpm runs this in the folder of its package; who typed it may be elsewhere.
  const options = readOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
  ensureChromium()
  say('building what changed')
  prepare()
  // Only now: it needs the database client that has just been generated.
  const { makeVariations } = await import('./variations.ts')
  const { files, ...measured } = await makeVariations(options, stack, say)
  await mkdir(options.out, { recursive: true })
  const images = await Promise.all(
    files.map(async (bytes, index) => {
      const file = join(options.out, `variation-${index + 1}.png`)
      const { width, height, format } = await sharp(bytes).metadata()
      await writeFile(file, format === 'png' ? bytes : await sharp(bytes).png().toBuffer())
      return { file, width, height }
    }),
  )
  return { images, ...measured }
}

/** What is being started when Ctrl-C comes gets so many ms to be there and so can be stopped. */
const startingMs = 3000
const running = demo()

async function interrupt(signal: string): Promise<void> {
  console.error(`\n${signal}: stopping`)
  stack.refuse()
  await Promise.race([running.catch(() => {}), pause(startingMs)])
  await stack.close()
  process.exit(130)
}

let interrupted: Promise<void> | null = null
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    interrupted ??= interrupt(signal)
  })
}

try {
  const told = await running
  await stack.close()
  say('done')
  console.log(JSON.stringify({ ...told, seconds: Number(((Date.now() - started) / 1000).toFixed(1)) }))
} catch (error) {
  await interrupted
  await stack.close()
  const [message] = stripVTControlCharacters(error instanceof Error ? error.message : String(error)).split('\n    at ')
  console.error(`The demo failed: ${message}`)
  process.exit(1)
}
