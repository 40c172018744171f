import type { Motif } from './brief.ts'
import type { Meaning } from './lexicon.ts'
import type { Naming } from './names.ts'
import type { Segment } from './segments.ts'

/** A segment with the meanings that it has in this prompt; none where nothing was made of it. */
export interface Settled {
  segment: Segment
  meanings: Meaning[]
}

const modifiers: ReadonlySet<Meaning['kind']> = new Set(['scale', 'density', 'mood', 'tone', 'layout', 'direction'])
const naming: ReadonlySet<Meaning['kind']> = new Set(['motif', 'style', 'flower', 'greens'])
const ranks: Record<Naming, number> = { sure: 0, yielding: 1, unsure: 2, beside: 3 }

const isColour = ({ meanings }: Segment) => meanings.some(({ kind }) => kind === 'colour')
const isModifier = ({ meanings }: Segment) => meanings.some(({ kind }) => modifiers.has(kind))

/** The motif that a meaning belongs to. Leaves are foliage; among flowers they are the flowers' own. */
function motifOf(meaning: Meaning): Motif | null {
  if (meaning.kind === 'motif') return meaning.value
  if (meaning.kind === 'style') return meaning.motif
  return meaning.kind === 'flower' || meaning.kind === 'greens' ? 'floral' : null
}

/** True for a meaning that says how its motif is, and never that it is wanted. */
const isManner = (meaning: Meaning) => meaning.kind === 'greens' || (meaning.kind === 'style' && meaning.naming === 'beside')

interface Candidate {
  segment: Segment
  motif: Motif
  rank: number
}

/** What may name the prompt's motif, in the order of the prompt. */
function candidatesIn(segments: Segment[]): Candidate[] {
  const plain = segments.every(({ meanings }) => meanings.length > 0 && !meanings.some(({ kind }) => kind === 'amid'))
  return segments.flatMap((segment) => {
    const named = segment.meanings.flatMap((meaning) => {
      const motif = motifOf(meaning)
      const surely = meaning.kind === 'motif' || meaning.kind === 'style' ? meaning.naming : 'sure'
      return motif === null || isManner(meaning) || (surely === 'unsure' && !plain)
        ? []
        : [{ segment, motif, rank: ranks[surely] }]
    })
    // A word that could be a colour, a size or a mood is that, where another word is plainly the motif.
    const other = isColour(segment) ? 6 : isModifier(segment) ? 3 : 0
    return named.map((one) => ({ ...one, rank: one.rank + other }))
  })
}

/** The motif to draw: the surest, then the first named; a word that is a manner of another motif comes after that one. */
function drawnAmong(candidates: Candidate[]): Candidate | undefined {
  const surest = Math.min(...candidates.map(({ rank }) => rank))
  const best = candidates.filter(({ rank }) => rank === surest)
  const motifs = new Set(best.map(({ motif }) => motif))
  const ofAnother = ({ segment, motif }: Candidate) =>
    segment.meanings.some((meaning) => {
      const other = motifOf(meaning)
      return other !== null && other !== motif && motifs.has(other)
    })
  return best.find((one) => !ofAnother(one)) ?? best[0]
}

/**
 * Settles words of several meanings by the motif that the prompt is about. "Rose" is a colour where something else is the
 * motif ("rose stripes"), else the flower. Manners ("thin", "wavy") count only beside their own motif.
 */
export function settle(segments: Segment[]): { settled: Settled[]; drawn: Motif | null } {
  const chosen = drawnAmong(candidatesIn(segments))
  const drawn = chosen?.motif ?? null
  const colourIsMotif = chosen !== undefined && isColour(chosen.segment)
  return { settled: segments.map((segment) => ({ segment, meanings: meaningsHere(segment, drawn, colourIsMotif) })), drawn }
}

function meaningsHere({ meanings }: Segment, drawn: Motif | null, colourIsMotif: boolean): Meaning[] {
  const own = drawn === null ? [] : meanings.filter((meaning) => motifOf(meaning) === drawn)
  const colours = meanings.filter(({ kind }) => kind === 'colour')
  if (colours.length > 0 && !(colourIsMotif && own.length > 0)) return colours
  const styles = own.filter((meaning) => meaning.kind === 'style')
  const style = styles.find((one) => one.naming !== 'beside') ?? styles[0]
  if (style) return [style]
  if (own.length > 0) return own
  const others = meanings.filter(({ kind }) => !naming.has(kind))
  if (others.length > 0 || drawn === null) return others
  return meanings.filter((meaning) => !isManner(meaning)).slice(0, 1)
}
