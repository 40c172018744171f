/** The side of one repeat in drawing units: a px of the smallest result. */
export const side = 1024

/** How much is drawn and from where. */
export interface Frame {
  /** Repeats along each side: 1, or 2 to see a repeat meet itself. */
  repeats: number
  /** Where the repeat begins, in drawing units: the tile is the same cloth, cut elsewhere. */
  phase: { x: number; y: number }
}
