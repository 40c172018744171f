import type { Understood } from 'shared'
import { hexToLch, lchToHex } from '../colour/oklab.ts'
import type { Meaning, Tone } from './lexicon.ts'
import type { Segment } from './segments.ts'
import type { Settled } from './settle.ts'

interface Colours {
  /** In the order of the prompt, the ground's left out. */
  colours: string[]
  ground: string | null
  chips: Understood[]
  /** Words of colours beyond the most there can be. */
  beyond: string[]
  /** The segments that went into colours: their words need no other meaning. */
  used: Set<Segment>
}

/** Most colours that one prompt can ask for; more cannot be told apart in a print. */
const maxColours = 8

/** Finds the colours of a prompt with the tones beside them, and which of them is the ground. */
export function coloursOf(settled: Settled[], prompt: string): Colours {
  const found: Colours = { colours: [], ground: null, chips: [], beyond: [], used: new Set() }
  settled.forEach(({ segment, meanings }, at) => {
    const named = meaning(meanings, 'colour')
    if (!named) return
    found.used.add(segment)
    const touching = toneBeside(settled, at, prompt)
    if (touching) found.used.add(touching.segment)
    const hex = touching ? withTone(named.value, touching.tone) : named.value
    const start = Math.min(segment.start, touching?.segment.start ?? segment.start)
    const end = Math.max(segment.end, touching?.segment.end ?? segment.end)
    const asGround = found.ground === null && isGround(settled, at)
    const word = prompt.slice(start, end)
    const isNew = !asGround && !found.colours.includes(hex)
    if (isNew && found.colours.length === maxColours) {
      found.beyond.push(word)
      return
    }
    if (asGround) found.ground = hex
    if (isNew) found.colours.push(hex)
    found.chips.push({ kind: asGround ? 'ground' : 'colour', word, hex, start, end })
  })
  return withoutGround(found)
}

/** A colour that is the ground too would not be seen: it is the ground alone, and one chip. */
function withoutGround({ ground, colours, chips, ...rest }: Colours): Colours {
  return {
    ...rest,
    ground,
    colours: colours.filter((hex) => hex !== ground),
    chips: chips.filter((chip) => chip.kind === 'ground' || chip.hex !== ground),
  }
}

function meaning<K extends Meaning['kind']>(meanings: Meaning[] | undefined, kind: K): Extract<Meaning, { kind: K }> | undefined {
  return meanings?.find((one): one is Extract<Meaning, { kind: K }> => one.kind === kind)
}

/** The tone right beside a colour: "light blue", "azul claro". Nothing but a space or a hyphen may stand between. */
function toneBeside(settled: Settled[], at: number, prompt: string): { segment: Segment; tone: Tone } | null {
  const here = settled[at]
  if (!here) return null
  const close = (left: number, right: number) => /^[\s-]*$/.test(prompt.slice(left, right))
  const before = settled[at - 1]
  const after = settled[at + 1]
  const toneBefore = meaning(before?.meanings, 'tone')
  if (before && toneBefore && close(before.segment.end, here.segment.start) && !meaning(settled[at - 2]?.meanings, 'colour')) {
    return { segment: before.segment, tone: toneBefore.value }
  }
  const toneAfter = meaning(after?.meanings, 'tone')
  const takenByNext = meaning(settled[at + 2]?.meanings, 'colour') !== undefined
  if (after && toneAfter && close(here.segment.end, after.segment.start) && !takenByNext) {
    return { segment: after.segment, tone: toneAfter.value }
  }
  return null
}

/** Words that may stand between "on" and the ground's colour: "on a", "background to", "fundo em". */
const articles = /^(an?|the|to|in|em|en|para|very|um|uma|o|os|as|el|la|los|las|un|una|de|colou?r|cor|tono|tom|fundo|fondo)$/i

/** True after "on", "sobre", "fondo …" and before "background", with only articles and tones between. */
function isGround(settled: Settled[], at: number): boolean {
  const next = meaning(settled[at + 1]?.meanings, 'ground')
  if (next?.value === 'noun') return true
  for (let back = at - 1; back >= 0; back--) {
    const meanings = settled[back]?.meanings ?? []
    const word = settled[back]?.segment.word ?? ''
    if (meaning(meanings, 'ground')) return meaning(settled[back - 1]?.meanings, 'colour') === undefined || onlyBefore(meanings)
    if (!articles.test(word) && !meaning(meanings, 'tone')) return false
  }
  return false
}

const onlyBefore = (meanings: Meaning[]) => meaning(meanings, 'ground')?.value === 'before'

function withTone(hex: string, tone: Tone): string {
  const { l, c, h } = hexToLch(hex)
  switch (tone) {
    case 'light':
      return lchToHex({ l: l + (0.95 - l) * 0.55, c: c * 0.62, h })
    case 'dark':
      return lchToHex({ l: l * 0.66, c: c * 0.9, h })
    case 'muted':
      return lchToHex({ l, c: c * 0.5, h })
    case 'bright':
      return lchToHex({ l: Math.max(l, 0.6), c: c * 1.3, h })
  }
}
