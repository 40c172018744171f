import type { Names } from './vocabulary.ts'

/**
 * How surely a name means its motif. `sure`: wherever it stands. `yielding` (`~`): where nothing else is the motif, as in
 * "abstract floral". `unsure` (`?`): where besides every word of the prompt is known. `beside` (`+`): a manner, only beside it.
 */
export type Naming = 'sure' | 'yielding' | 'unsure' | 'beside'

const marks: Record<string, Naming> = { '~': 'yielding', '?': 'unsure', '+': 'beside' }

/** The names of one thing with what their marks say. */
export function namesIn(names: Names): { name: string; naming: Naming }[] {
  return names.split('|').map((written) => {
    const naming = marks[written.charAt(0)]
    return naming === undefined ? { name: written, naming: 'sure' } : { name: written.slice(1), naming }
  })
}

/** The name to show of a thing: the first that is its own, or the first that is a manner. */
export function shownName(names: Names, which: 'own' | 'manner'): string | undefined {
  return namesIn(names).find(({ naming }) => (naming === 'beside') === (which === 'manner'))?.name
}
