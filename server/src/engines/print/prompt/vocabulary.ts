import type { PromptLanguage as Language, PrintWords } from 'shared'
import type { Flower, Motif, StripeDirection, StyleOf } from './brief.ts'

/**
 * Names of one thing, alternatives split by `|`; the first is the one to show. Accents and hyphens are as one writes them and
 * do not matter in reading. Marks: `~` yields to another motif ("abstract" floral); `?` could be meant otherwise ("lines",
 * "leopard") and counts only where every word of the prompt is known; `+` is a manner ("thin" stripes, "wavy" checkerboard) and
 * counts only beside its motif.
 */
export type Names = string

/** Each style's names. One without a mark names the motif too: "Royal Stewart" is a tartan. */
export type StyleNames = { [M in Motif]: Record<StyleOf<M>, Names> }

/** Words that draw nothing, beside those that say nothing. */
export interface OwnSmallWords {
  /** Words that take back what follows. */
  without: Names
  /** Words that put one thing into the midst of another: "in the", "under". */
  amid: Names
  /**
   * Things often asked for that cannot be drawn: they tell the language. Also words that their stem would make one of the
   * others: Portuguese `bolo`, a cake, is no `bola`.
   */
  strangers: Names
  /** Techniques, places and occasions: they are no subject, but the designer is told that nothing is made of them. */
  aside: Names
}

/** The words of one language that the print engine can draw or must step over. */
export interface Vocabulary extends OwnSmallWords, PrintWords {
  language: Language
  motifs: Record<Motif, Names>
  styles: StyleNames
  /** What to offer when nothing was understood, in the language itself. */
  offers: string[]
  flowers: Record<Flower, Names>
  /** Leaves are foliage; where flowers are named too they are the flowers' own, which every floral has. */
  greens: Names
  directions: Record<StripeDirection, Names>
}
