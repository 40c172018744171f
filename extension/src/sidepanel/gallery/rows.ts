import type { GalleryImage } from 'shared'
import { placesOf, type Shelf } from './shelves'

/** A line of the gallery: a shelf's head, or some of its images side by side. */
export type Row =
  | { kind: 'head'; key: string; shelf: Shelf }
  | { kind: 'images'; key: string; shelf: Shelf; from: number; images: GalleryImage[]; waiting: number }

/** The gallery as lines of so many columns. What is found has no head. */
export function rowsOf(shelves: Shelf[], columns: number, headed: boolean): Row[] {
  return shelves.flatMap((shelf) => {
    const head: Row[] = headed ? [{ kind: 'head', key: `head ${shelf.key}`, shelf }] : []
    if (shelf.folded) return head
    const places = placesOf(shelf)
    const lines: Row[] = []
    for (let from = 0; from < places; from += columns) {
      const images = shelf.images.slice(from, from + columns)
      const waiting = Math.min(columns, places - from) - images.length
      lines.push({ kind: 'images', key: `${shelf.key} ${from}`, shelf, from, images, waiting })
    }
    return [...head, ...lines]
  })
}

/** What has the focus: an image by its id, or a shelf's head. */
export type Focus = { kind: 'image'; id: string } | { kind: 'head'; key: string }

/** Where that is: the line, and the column in it. Null where it is not there. */
export function placeOf(rows: Row[], focus: Focus): { row: number; column: number } | null {
  for (const [row, line] of rows.entries()) {
    if (line.kind === 'head' && focus.kind === 'head' && line.shelf.key === focus.key) return { row, column: 0 }
    if (line.kind === 'images' && focus.kind === 'image') {
      const column = line.images.findIndex(({ id }) => id === focus.id)
      if (column >= 0) return { row, column }
    }
  }
  return null
}

const pageOfRows = 4

/** Where a key leads from there: arrows, Home and End in the line, with Ctrl in the whole. Null where it leads nowhere. */
export function stepped(rows: Row[], from: { row: number; column: number }, key: string, far: boolean): Focus | null {
  const { row, column } = from
  const line = rows[row]
  if (line === undefined) return null
  const last = line.kind === 'images' ? line.images.length - 1 : 0
  switch (key) {
    case 'ArrowRight':
      return column < last ? at(rows, row, column + 1) : at(rows, row + 1, 0)
    case 'ArrowLeft':
      return column > 0 ? at(rows, row, column - 1) : at(rows, row - 1, Number.POSITIVE_INFINITY)
    case 'ArrowDown':
      return at(rows, row + 1, column)
    case 'ArrowUp':
      return at(rows, row - 1, column)
    case 'PageDown':
      return nearest(rows, Math.min(rows.length - 1, row + pageOfRows), column, -1)
    case 'PageUp':
      return nearest(rows, Math.max(0, row - pageOfRows), column, 1)
    case 'Home':
      return far ? nearest(rows, 0, 0, 1) : at(rows, row, 0)
    case 'End':
      return far ? nearest(rows, rows.length - 1, Number.POSITIVE_INFINITY, -1) : at(rows, row, last)
    default:
      return null
  }
}

function at(rows: Row[], row: number, column: number): Focus | null {
  const line = rows[row]
  if (line === undefined) return null
  if (line.kind === 'head') return { kind: 'head', key: line.shelf.key }
  const image = line.images[Math.min(column, line.images.length - 1)]
  return image === undefined ? null : { kind: 'image', id: image.id }
}

/** The first line from there on that has come already. */
function nearest(rows: Row[], row: number, column: number, step: 1 | -1): Focus | null {
  for (let here = row; here >= 0 && here < rows.length; here += step) {
    const focus = at(rows, here, column)
    if (focus !== null) return focus
  }
  return null
}
