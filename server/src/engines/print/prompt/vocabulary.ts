import type { Flower, Ground, Layout, Mood, Motif, StripeDirection, StyleOf } from './brief.ts'
import type { Language } from './colour-names.ts'

/**
 * Names of one thing, alternatives split by `|`; the first is the one to show. Accents and hyphens are as one writes them and
 * do not matter in reading. Marks: `~` yields to another motif ("abstract" floral); `?` could be meant otherwise ("lines",
 * "leopard") and counts only where every word of the prompt is known; `+` is a manner ("thin" stripes, "wavy" checkerboard) and
 * counts only beside its motif.
 */
export type Names = string

/** Each style's names. One without a mark names the motif too: "Royal Stewart" is a tartan. */
export type StyleNames = { [M in Motif]: Record<StyleOf<M>, Names> }

/** Words that draw nothing. */
export interface SmallWords {
  /** Words that take back what follows. */
  without: Names
  /** Words that put one thing into the midst of another: "in the", "under". */
  amid: Names
  /** Words that say nothing to draw: small words, and what every print is or is used for. */
  silent: Names
  /**
   * Things often asked for that cannot be drawn: they tell the language. Also words that their stem would make one of the
   * others: Portuguese `bolo`, a cake, is no `bola`.
   */
  strangers: Names
  /** Techniques, places and occasions: they are no subject, but the designer is told that nothing is made of them. */
  aside: Names
}

/** The words of one language that the print engine can draw or must step over. */
export interface Vocabulary extends SmallWords {
  language: Language
  motifs: Record<Motif, Names>
  styles: StyleNames
  /** What to offer when nothing was understood, in the language itself. */
  offers: string[]
  flowers: Record<Flower, Names>
  /** Leaves are foliage; where flowers are named too they are the flowers' own, which every floral has. */
  greens: Names
  directions: Record<StripeDirection, Names>
  layouts: Record<Layout, Names>
  scales: { small: Names; large: Names }
  densities: { sparse: Names; dense: Names }
  moods: Record<Mood, Names>
  /** Words that lighten, darken, mute or brighten the colour beside them. */
  tones: { light: Names; dark: Names; muted: Names; bright: Names }
  /** Words before a ground's colour ("on navy") and words that are themselves a ground ("navy background"). */
  grounds: Record<Ground, Names>
}
