/** How the motifs of a print stand to each other. */
export type Layout = 'toss' | 'half-drop' | 'brick' | 'block' | 'mirror'
export type Mood = 'vintage' | 'pastel' | 'vivid' | 'dark' | 'natural'
export type Tone = 'light' | 'dark' | 'muted' | 'bright'
/** `before`: the colour follows ("on navy"); `noun`: the word itself names the ground ("navy background"). */
export type Ground = 'before' | 'noun'

/**
 * Names of one thing, alternatives split by `|`; the first is the one to show. Accents and hyphens are as one writes them and
 * do not matter in reading.
 */
export type Names = string

/** Words of one language that say how a print is made up, whatever is on it: the engine draws by them, the coach counts them. */
export interface PrintWords {
  layouts: Record<Layout, Names>
  scales: { small: Names; large: Names }
  densities: { sparse: Names; dense: Names }
  moods: Record<Mood, Names>
  /** Words that lighten, darken, mute or brighten the colour beside them. */
  tones: Record<Tone, Names>
  /** Words before a ground's colour ("on navy") and words that are themselves a ground ("navy background"). */
  grounds: Record<Ground, Names>
  /** Words that say nothing to draw: small words, and what every print is or is used for. */
  silent: Names
}
