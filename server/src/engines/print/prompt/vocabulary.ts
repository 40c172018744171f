import type { Flower, Ground, Layout, Mood, Motif, StripeDirection, StripeStyle } from './brief.ts'
import type { Language } from './colour-names.ts'

/** Names of one thing, alternatives split by `|`. */
export type Names = string

/** The words of one language that the print engine can draw or must step over. */
export interface Vocabulary {
  language: Language
  motifs: Record<Motif, Names>
  /** What to offer when nothing was understood, in the language itself. */
  offers: string[]
  flowers: Record<Flower, Names>
  stripes: Record<StripeStyle, Names>
  directions: Record<StripeDirection, Names>
  layouts: Record<Layout, Names>
  scales: { small: Names; large: Names }
  densities: { sparse: Names; dense: Names }
  moods: Record<Mood, Names>
  /** Words that lighten, darken, mute or brighten the colour beside them. */
  tones: { light: Names; dark: Names; muted: Names; bright: Names }
  /** Words before a ground's colour ("on navy") and words that are themselves a ground ("navy background"). */
  grounds: Record<Ground, Names>
  /** Words that take back what follows. */
  without: Names
  /** Words that say nothing to draw: small words, and what every print is. */
  silent: Names
}
