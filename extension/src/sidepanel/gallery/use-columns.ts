import type { RefObject } from 'react'
import { useMeasured } from './use-measured'

const gap = 8
const sides = 32
const fewest = 3
const leastTile = 108

export interface Columns {
  count: number
  /** Height of a line of images with the gap below, in px. */
  line: number
}

/** As many columns as fit, three at least; the tiles share the width. */
export function columnsIn(width: number): Columns {
  const room = Math.max(0, width - sides)
  const count = Math.max(fewest, Math.floor((room + gap) / (leastTile + gap)))
  return { count, line: (room - gap * (count - 1)) / count + gap }
}

/** The columns of what scrolls, as wide as it is now. */
export function useColumns(view: RefObject<HTMLElement | null>): Columns {
  return columnsIn(useMeasured(view, 'clientWidth'))
}
