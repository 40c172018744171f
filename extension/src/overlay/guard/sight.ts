/** How long the whole panel has been in plain sight before anything in it may spend, in ms. */
const seenForMs = 800
/** How long the pointer has moved over a panel at rest, or the focus has been in it, in ms. */
const atHandForMs = 500
/** Rounding of screen places, in px: a panel that is moved less is not moved. */
const restWithinPx = 3

/** A place in px. */
export interface Place {
  x: number
  y: number
}

/** A pointer in the panel's own coordinates, and where on the screen that puts the panel. */
export interface Pointer {
  inPanel: Place
  panelAt: Place
}

/*
 *  What was seen of the panel so far. Times are ms of one clock.
 *
 *    covered, clipped or faded ──in plain sight──▶ seenSince          ◀── back at any other report
 *    pointer outside ──enters──▶ over it ──moves──▶ movedSince        ◀── back when it leaves, or the panel is elsewhere
 *    focus elsewhere ──────────────────────────▶ focusedSince         ◀── back when the focus leaves
 */
export interface Sight {
  seenSince: number | null
  pointer: (Pointer & { movedSince: number | null }) | null
  focusedSince: number | null
}

export const nothingSeen: Sight = { seenSince: null, pointer: null, focusedSince: null }

export type Seen =
  | { type: 'panel'; inPlainSight: boolean; at: number }
  | { type: 'pointer'; pointer: Pointer; at: number }
  | { type: 'pointer-left' }
  | { type: 'focus'; at: number }
  | { type: 'blur' }

const samePlace = (a: Place, b: Place) => a.x === b.x && a.y === b.y
const near = (a: Place, b: Place) => Math.abs(a.x - b.x) <= restWithinPx && Math.abs(a.y - b.y) <= restWithinPx

function withPointer(before: Sight['pointer'], pointer: Pointer, at: number): Sight['pointer'] {
  // A page that slides the panel under a pointer begins anew, and so does a pointer that only lies there.
  if (before === null || !near(before.panelAt, pointer.panelAt)) return { ...pointer, movedSince: null }
  const moved = !samePlace(before.inPanel, pointer.inPanel)
  // The first place stays the measure: a panel that creeps is moved as well.
  return { inPanel: pointer.inPanel, panelAt: before.panelAt, movedSince: before.movedSince ?? (moved ? at : null) }
}

/** What is known after one more thing was seen. */
export function see(sight: Sight, seen: Seen): Sight {
  switch (seen.type) {
    case 'panel':
      return { ...sight, seenSince: seen.inPlainSight ? (sight.seenSince ?? seen.at) : null }
    case 'pointer':
      return { ...sight, pointer: withPointer(sight.pointer, seen.pointer, seen.at) }
    case 'pointer-left':
      return { ...sight, pointer: null }
    case 'focus':
      return { ...sight, focusedSince: sight.focusedSince ?? seen.at }
    case 'blur':
      return { ...sight, focusedSince: null }
  }
}

/** A click or a key. `pointer` is null for what the keyboard did. */
export interface Deed {
  trusted: boolean
  pointer: Pointer | null
  at: number
}

/** Whether the designer saw what they clicked, and meant it. */
export function isMeant({ seenSince, pointer, focusedSince }: Sight, deed: Deed): boolean {
  const since = (time: number | null, ms: number) => time !== null && deed.at - time >= ms
  if (!deed.trusted || !since(seenSince, seenForMs)) return false
  if (deed.pointer === null) return since(focusedSince, atHandForMs)
  return pointer !== null && near(pointer.panelAt, deed.pointer.panelAt) && since(pointer.movedSince, atHandForMs)
}
