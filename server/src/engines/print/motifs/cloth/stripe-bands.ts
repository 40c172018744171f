/** A stripe and its relative width. */
export type Band = readonly [colour: string, share: number]

/** Stripes in order, and how often they go into one repeat at the usual scale. */
export interface Sequence {
  bands: Band[]
  times: number
}

/** The colours of a stripe: the cloth, the leading colour, and one for fine lines (the leading one where no other was asked for). */
export interface Yarns {
  ground: string
  first: string
  accent: string
}

/** Bands in a row, as "ground 5, first 5": easier to read than pairs. */
export const bands = (...parts: (string | number)[]): Band[] =>
  parts.flatMap((part, at): Band[] => (typeof part === 'string' ? [[part, Number(parts[at + 1])]] : []))

type Maker = (yarns: Yarns) => Sequence
export type Makers = readonly [Maker, ...Maker[]]
