import type { Image, Options } from 'shared'

/** What the fields of a tab need: what is set, how to set it, and the picture it is about. */
export interface FieldsProps {
  set: Options
  change: (change: Options) => void
  /** Null until it has arrived. */
  source: Image | null
  locked: boolean
}
