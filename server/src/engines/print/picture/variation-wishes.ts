import type { RepeatLayout } from 'shared'
import type { Mood } from '../prompt/brief.ts'

/** What the prompt of a variation asks for. */
export interface VariationWishes {
  colours: string[]
  ground: string | null
  layout: RepeatLayout | null
  mood: Mood | null
  /** Under 1 smaller than usual, above 1 larger. */
  scale: number | null
}
