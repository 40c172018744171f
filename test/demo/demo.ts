import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { buildExtension } from '../support/build-extension.ts'
import { ensureChromium } from '../support/chromium.ts'
import { Stack } from '../support/stack.ts'
import { readOptions, usage } from './options.ts'
import { makeVariations } from './variations.ts'

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
  say('building the extension, if its sources changed')
  buildExtension()
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

async function stopAll(): Promise<void> {
  await stack.close().catch((error: unknown) => console.error('Toile:', error))
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    console.error(`\n${signal}: stopping`)
    await stopAll()
    process.exit(130)
  })
}

try {
  const told = await demo()
  await stopAll()
  say('done')
  console.log(JSON.stringify({ ...told, seconds: Number(((Date.now() - started) / 1000).toFixed(1)) }))
} catch (error) {
  await stopAll()
  console.error(`The demo failed: ${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  process.exit(1)
}
