import type { Laid } from './units-across.ts'

/** Where a unit lies on the cloth: how many units right of and below a tile's corner, and whether it is turned over. */
interface Placed {
  left: number
  top: number
  flippedX: boolean
  flippedY: boolean
}

/** The part of the cloth that is seen, in units from a tile's corner. */
interface Seen {
  left: number
  top: number
  right: number
  bottom: number
}

const isOdd = (place: number) => place % 2 !== 0

/** All units that a part of the cloth shows: every second column drops, or every second row shifts, by half a unit. */
export function placedOn({ left, top, right, bottom }: Seen, layout: Laid): Placed[] {
  const units: Placed[] = []
  // One more before the first: it may be dropped or shifted into sight.
  for (let row = Math.floor(top) - 1; row < bottom; row++) {
    for (let column = Math.floor(left) - 1; column < right; column++) {
      units.push({
        left: column + (layout === 'brick' && isOdd(row) ? 0.5 : 0),
        top: row + (layout === 'half-drop' && isOdd(column) ? 0.5 : 0),
        flippedX: layout === 'mirror' && isOdd(column),
        flippedY: layout === 'mirror' && isOdd(row),
      })
    }
  }
  return units
}
