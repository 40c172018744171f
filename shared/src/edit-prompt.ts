import type { Understood } from './chips.ts'

/** A chip as far as editing needs it. */
export type Chip = Pick<Understood, 'kind' | 'word' | 'start' | 'end'>

/** The prompt with another word in a chip's place. A word that began with a capital goes on doing so. */
export function withChip(prompt: string, chip: Chip, word: string): string {
  const place = placeOf(prompt, chip)
  if (place === null) return prompt
  const [start, end] = place
  return prompt.slice(0, start) + inCaseOf(prompt.slice(start, end), word) + prompt.slice(end)
}

/**
 * The prompt without a chip's word, left tidy: no comma, "and" or "on" stays behind without what it led to. Only what stands
 * beside the word is tidied; the rest of the prompt is the designer's. Speaks English, Portuguese and Spanish.
 */
export function withoutChip(prompt: string, chip: Chip): string {
  const place = placeOf(prompt, chip)
  if (place === null) return prompt
  const [start, end] = place
  let left = prompt.slice(0, start).trimEnd()
  let right = prompt.slice(end).trimStart()
  if (chip.kind === 'ground') {
    right = right.replace(groundNoun, '').trimStart()
    left = withoutLast(left, leading, () => true)
  }
  // "in pink and mustard" without pink goes on "in mustard": a list that loses its first keeps what leads to it.
  if (endsIn(left, leading) || left === '') right = right.replace(joining, '').trimStart()
  else if (chip.kind !== 'ground' && !endsIn(left, linking)) right = right.replace(conjunction, '').trimStart()
  left = withoutLast(left, linking, () => endsSentence(right) || joining.test(right) || startsWith(right, leading))
  left = withoutLast(left, leading, () => endsSentence(right) || startsWith(right, leading))
  left = withoutLast(left, linking, () => endsSentence(right))
  return joined(left, right)
}

const wordsOf = (names: string) => names.split(' ')

/** Words that lead to what follows; left over at the end of a phrase, they dangle. */
const leading = new Set(
  wordsOf(
    'on over against onto upon in with of a an the for very sobre em com no na num numa de do da um uma o os as muito con en del el la los las un una muy fundo fondo',
  ),
)
/** Words and signs that link the things of a list. */
const linking = new Set(wordsOf(', ; : & + / and or e ou y u o plus mais más'))
const joining = /^(?:[,;&+/]|(?:and|or|e|ou|y|u|plus|mais|más)(?![\p{L}\p{M}\p{N}]))\s*/iu
const conjunction = /^(?:[&+/]|(?:and|or|e|ou|y|u|plus|mais|más)(?![\p{L}\p{M}\p{N}]))\s*/iu
/** Nouns that go with a ground's colour. */
const groundNoun = /^(?:back)?(?:ground|drop)(?![\p{L}\p{N}])|^base(?![\p{L}\p{N}])|^(?:ao|al|de) f[uo]ndo(?![\p{L}\p{N}])/iu

/** Longer than any word that leads or links. A longer one is looked at in part: all of it, in a long text, takes a second. */
const longest = 16
const lastWord = (text: string): string => /(?:[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}\s])$/u.exec(text.slice(-longest))?.[0] ?? ''
const firstWord = (text: string): string => /^[\p{L}\p{M}\p{N}]+/u.exec(text)?.[0] ?? ''

const endsIn = (text: string, words: ReadonlySet<string>) => words.has(lastWord(text).toLowerCase())
const startsWith = (text: string, words: ReadonlySet<string>) => words.has(firstWord(text).toLowerCase())
const endsSentence = (right: string) => right === '' || /^[,.;:!?)\n]/.test(right)

/** Takes such words off the end, for as long as `when` holds. */
function withoutLast(left: string, words: ReadonlySet<string>, when: () => boolean): string {
  let rest = left
  while (rest !== '' && endsIn(rest, words) && when()) rest = rest.slice(0, -lastWord(rest).length).trimEnd()
  return rest
}

function joined(left: string, right: string): string {
  if (left.endsWith('(') && right.startsWith(')')) return joined(left.slice(0, -1).trimEnd(), right.slice(1).trimStart())
  if (left === '') return right.replace(/^[,.;:\s]+/, '')
  if (right === '') return left
  return /^[,.;:!?)]/.test(right) ? left + right : `${left} ${right}`
}

/** Where the chip's word stands: at its offsets, else where the same word stands nearest to them; null where it is gone. */
function placeOf(prompt: string, { word, start, end }: Chip): [start: number, end: number] | null {
  if (word === '') return null
  if (prompt.slice(start, end) === word) return [start, end]
  let nearest: number | null = null
  for (let at = prompt.indexOf(word); at >= 0; at = prompt.indexOf(word, at + 1)) {
    if (nearest === null || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at
  }
  return nearest === null ? null : [nearest, nearest + word.length]
}

/** The word with a capital where the old one had one. */
export function inCaseOf(old: string, word: string): string {
  const capital = /^\p{Lu}/u.test(old)
  return capital ? word.slice(0, 1).toUpperCase() + word.slice(1) : word
}
