import type { Meaning } from './lexicon.ts'
import type { Settled } from './settle.ts'

/** Unknown words beyond which, and unknown words a known one beyond which, a text is no description of a print. */
const mostUnknown = 3
const unknownToKnown = 3

const has = (one: Settled | undefined, ...kinds: Meaning['kind'][]) =>
  one?.meanings.some(({ kind }) => kinds.includes(kind)) === true
const isNaming = (one: Settled | undefined) => has(one, 'motif', 'style', 'flower')
const isUnknown = (one: Settled | undefined) => one !== undefined && one.segment.meanings.length === 0

/**
 * True where the motif's word is but the scene of something that cannot be drawn: "a cat on a floral sofa", "a woman walking
 * her dog through a field of flowers". Drawing flowers would be no answer to that.
 */
export function isScene(settled: Settled[], prompt: string): boolean {
  const first = settled.findIndex(isNaming)
  const unknown = settled.flatMap((one, at) => (isUnknown(one) ? [at] : []))
  const adjacent = (at: number) => between(settled, at, prompt).trim() === ''
  const subjects = unknown.filter((at) => at < first || (at === first + 1 && adjacent(first)))
  if (subjects.some((at) => isInTheMidst(settled, at, prompt))) return true
  const known = settled.filter((one) =>
    has(one, 'motif', 'style', 'flower', 'colour', 'scale', 'density', 'layout', 'mood'),
  ).length
  return subjects.length > 0 && unknown.length > mostUnknown && unknown.length > known * unknownToKnown
}

/**
 * True where a subject is said to be on, in or under another thing: "cat on a sofa", "gato listrado no sofá". On a colour it
 * only has a ground.
 */
function isInTheMidst(settled: Settled[], subject: number, prompt: string): boolean {
  let led = false
  for (let at = subject + 1; at < settled.length && !/[,.;:!?\n]/.test(between(settled, at - 1, prompt)); at++) {
    const here = settled[at]
    const thing = isUnknown(here) || isNaming(here) || has(here, 'aside')
    if (led && thing) return true
    if (has(here, 'amid', 'ground')) led = true
    else if (!led && (isUnknown(here) || has(here, 'silent', 'aside'))) return false
  }
  return false
}

/** What stands between a segment and the next. */
function between(settled: Settled[], at: number, prompt: string): string {
  return prompt.slice(settled[at]?.segment.end, settled[at + 1]?.segment.start)
}
