import { execFile } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { mutatedPicture } from '../support/mutate-picture.ts'
import { pictureSeeds } from '../support/picture-seeds.ts'

const runs = Number(process.env.FUZZ_RUNS ?? 2000)
const first = Number(process.env.FUZZ_SEED ?? randomInt(2 ** 31 - runs))
/** Most memory of a process that tries mutated pictures, four at a time, in MB. 40,000 of them took 650. */
const maxMb = 1000

const fuzzer = fileURLToPath(new URL('../support/guard-fuzzer.ts', import.meta.url))
const outcome = z.object({
  images: z.int(),
  refusals: z.record(z.string(), z.int()),
  wrong: z.array(z.string()),
  slowestMs: z.number(),
  peakMb: z.number(),
})

/** Seeds that were begun and never ended: one of them crashed the process. */
function underWay(diary: string): string[] {
  const lines = readFileSync(diary, 'utf8').split('\n')
  const ended = new Set(lines.filter((line) => line.startsWith('-')).map((line) => line.slice(1)))
  return lines.filter((line) => line.startsWith('+') && !ended.has(line.slice(1))).map((line) => line.slice(1))
}

test(`${runs} mutated pictures are each an image or a typed error, within bounds of memory`, {
  timeout: 60_000 + runs * 60,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toile-fuzz-'))
  const diary = join(folder, 'diary')
  try {
    console.log(`FUZZ_SEED=${first}`)
    const said = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, [fuzzer, String(first), String(runs), diary], { maxBuffer: 1e8 }, (error, out, err) => {
        if (error === null) resolve(out)
        else
          reject(new Error(`Crashed at one of FUZZ_SEED=${underWay(diary).join(', ')} (FUZZ_RUNS=1)\n${err}`, { cause: error }))
      })
    })
    const told = outcome.parse(JSON.parse(said.trim().split('\n').at(-1) ?? ''))
    if (runs > 2000) console.log(said)
    expect(told.wrong).toEqual([])
    expect(told.peakMb).toBeLessThan(maxMb)
    const refused = Object.values(told.refusals).reduce((sum, count) => sum + count, 0)
    expect(told.images + refused).toBe(runs)
    // Mutants that are all refused, or all let in, would try nothing.
    if (runs >= 500) expect(Math.min(told.images, refused)).toBeGreaterThan(runs / 20)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a seed says all of a mutant', async () => {
  const seeds = await pictureSeeds()
  expect(mutatedPicture(seeds, 7).equals(mutatedPicture(seeds, 7))).toBe(true)
})
