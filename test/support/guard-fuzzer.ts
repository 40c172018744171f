// A process of its own, so that a decoder that crashes takes no test run with it: arguments are the first seed, how many, and a
// file in which each seed stands before it is tried and after. The last line it prints tells what came of it, as JSON.
import { appendFileSync } from 'node:fs'
import { admit, inspect } from 'server/images/guard'
import { ToileError } from 'server/platform/errors'
import { mutatedPicture } from './mutate-picture.ts'
import { pictureSeeds } from './picture-seeds.ts'

const [first, runs, diary = ''] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4]]
/** As many at a time as a server has threads for. */
const atOnce = 4

const seeds = await pictureSeeds()
const told = { images: 0, refusals: {} as Record<string, number>, wrong: [] as string[], slowestMs: 0, peakMb: 0 }

/** As what a designer uploads comes in. */
async function isUpload(bytes: Uint8Array): Promise<boolean> {
  const { width, height, mime, bytes: good } = await admit(bytes)
  return width > 0 && height > 0 && good.length > 0 && mime.startsWith('image/')
}

/** As what an engine answered comes in. */
async function isAnswer(bytes: Uint8Array): Promise<boolean> {
  const { pixels } = await inspect(bytes)
  return pixels.width > 0 && pixels.data.length === pixels.width * pixels.height * 4
}

async function attempt(seed: number): Promise<void> {
  const bytes = mutatedPicture(seeds, seed)
  appendFileSync(diary, `+${seed}\n`)
  const begun = performance.now()
  try {
    if (!(await (seed % 2 === 0 ? isUpload(bytes) : isAnswer(bytes)))) throw new Error('an image that is none')
    told.images += 1
  } catch (error) {
    const code = error instanceof ToileError ? error.code : null
    if (code === 'UNSUPPORTED_IMAGE' || code === 'IMAGE_TOO_LARGE') told.refusals[code] = (told.refusals[code] ?? 0) + 1
    else told.wrong.push(`${seed}: ${String(error)}`)
  }
  told.slowestMs = Math.max(told.slowestMs, Math.round(performance.now() - begun))
  told.peakMb = Math.max(told.peakMb, Math.round(process.memoryUsage.rss() / 1e6))
  appendFileSync(diary, `-${seed}\n`)
}

let next = first
async function work(): Promise<void> {
  while (next < first + runs) await attempt(next++)
}
await Promise.all(Array.from({ length: atOnce }, work))
console.log(JSON.stringify(told))
