import { type Alternative, type Alternatives, type ChipKind, inCaseOf, type Understood, withChip, withoutChip } from 'shared'

/** A chip, and a name for it that no other chip of the prompt has. */
export interface NamedChip {
  key: string
  chip: Understood
}

/** Chips in the order of the prompt, of words that still stand in it: an answer can be older than the text. */
export function standingChips(prompt: string, understood: Understood[]): NamedChip[] {
  const seen = new Map<string, number>()
  return understood
    .filter(({ word }) => prompt.includes(word))
    .toSorted((a, b) => a.start - b.start)
    .map((chip) => {
      const name = `${chip.kind} ${chip.word}`
      const turn = (seen.get(name) ?? 0) + 1
      seen.set(name, turn)
      return { key: `${name} ${turn}`, chip }
    })
}

/** A word for a chip's place, and what it would be there. */
export interface Offer extends Alternative {
  kind: ChipKind
}

/** Words for a chip's place: of its own kind; a style's place can be taken by a motif as well. */
export function wordsFor({ kind, word }: Understood, alternatives: Alternatives): Offer[] {
  const kinds: ChipKind[] = kind === 'style' ? ['style', 'motif'] : [kind]
  const all = kinds.flatMap((one) => alternatives[one].map((offer) => ({ ...offer, kind: one })))
  return all.filter((one, at) => one.word !== word.toLowerCase() && all.findIndex((other) => other.word === one.word) === at)
}

/** A change of a prompt by one of its chips. `word` is null where the chip was taken away. */
export interface ChipChange {
  chip: Understood
  word: string | null
}

/** The chips once `offer` stands in the place of one of them, or null does: until the engine has read the prompt anew. */
export function changedChips(chips: Understood[], chip: Understood, offer: Offer | null): Understood[] {
  if (offer === null) return chips.filter((one) => one !== chip)
  const word = inCaseOf(chip.word, offer.word)
  const longer = word.length - (chip.end - chip.start)
  const moved = (one: Understood) => (one.start > chip.start ? { ...one, start: one.start + longer, end: one.end + longer } : one)
  const put = { ...chip, ...offer, hex: offer.hex, word, end: chip.start + word.length }
  return chips.map((one) => (one === chip ? put : moved(one)))
}

/** The prompt after the change. Places of chips are those of the prompt without the space around it. */
export function changedPrompt(prompt: string, { chip, word }: ChipChange): string {
  return word === null ? withoutChip(prompt.trim(), chip) : withChip(prompt.trim(), chip, word)
}
