import type { Brief } from '../../prompt/brief.ts'
import type { Generator } from '../drawing.ts'
import { drawingOf } from '../made-briefs.ts'
import type { Weave } from './weave.ts'

/** Cloths for the tests of this folder. */

/** The threads of a print that is woven. */
export function weaveOf(generator: Generator, brief: Brief, seed: number): Weave {
  const drawing = drawingOf(generator, brief, seed)
  if (drawing.kind !== 'woven') throw new Error(`A ${brief.motif} is woven`)
  return drawing.weave
}

/** Runs of one colour round a repeat, from its first change of colour on. */
export function runsOf(threads: string[]): [string, number][] {
  const start = threads.findIndex((hex, at) => hex !== threads.at(at - 1))
  const runs: [string, number][] = []
  for (const hex of [...threads.slice(start), ...threads.slice(0, start)]) {
    const last = runs.at(-1)
    if (last?.[0] === hex) last[1]++
    else runs.push([hex, 1])
  }
  return runs
}
