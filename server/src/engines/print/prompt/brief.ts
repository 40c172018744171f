import type { Understood } from 'shared'
import type { Language } from './colour-names.ts'

export type Motif = 'floral' | 'stripes' | 'gingham' | 'tartan' | 'dots' | 'terrazzo'
export type Layout = 'toss' | 'half-drop' | 'brick' | 'block' | 'mirror'
export type Mood = 'vintage' | 'pastel' | 'vivid' | 'dark' | 'natural'
export type Flower = 'daisy' | 'rose' | 'poppy' | 'peony' | 'tulip' | 'blossom' | 'cosmos' | 'sunflower' | 'lavender' | 'leaves'
export type StripeStyle = 'breton' | 'awning' | 'pin' | 'multi' | 'ticking'
export type StripeDirection = 'horizontal' | 'vertical' | 'diagonal'
/** `before`: the colour follows ("on navy"); `noun`: the word itself names the ground ("navy background"). */
export type Ground = 'before' | 'noun'

/** What a prompt asks for. What it leaves open is null or empty, and the seed decides. */
interface Wishes {
  /** In the order of the prompt; the first is drawn. */
  motifs: { motif: Motif; word: string }[]
  flowers: Flower[]
  stripeStyle: StripeStyle | null
  direction: StripeDirection | null
  /** As #rrggbb, in the order of the prompt, the ground's left out. */
  colours: string[]
  ground: string | null
  /** 1 is the usual size of a motif. */
  scale: number | null
  density: number | null
  layout: Layout | null
  mood: Mood | null
}

export interface Reading extends Wishes {
  understood: Understood[]
  /** The designer's words that nothing was made of. */
  ignored: string[]
  language: Language
}

/** Wishes with a motif: enough to draw from. */
export interface Brief extends Omit<Wishes, 'motifs'> {
  motif: Motif
}
