import { type Alternative, type Alternatives, type ChipKind, type Understood, withChip, withoutChip } from 'shared'

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

/** Words for a chip's place: of its own kind; a style's place can be taken by a motif as well. */
export function wordsFor({ kind, word }: Understood, alternatives: Alternatives): Alternative[] {
  const kinds: ChipKind[] = kind === 'style' ? ['style', 'motif'] : [kind]
  const all = kinds.flatMap((one) => alternatives[one])
  return all.filter((one, at) => one.word !== word.toLowerCase() && all.findIndex((other) => other.word === one.word) === at)
}

/** A change of a prompt by one of its chips. `word` is null where the chip was taken away. */
export interface ChipChange {
  chip: Understood
  word: string | null
}

/** The prompt after the change. Places of chips are those of the prompt without the space around it. */
export function changedPrompt(prompt: string, { chip, word }: ChipChange): string {
  return word === null ? withoutChip(prompt.trim(), chip) : withChip(prompt.trim(), chip, word)
}
