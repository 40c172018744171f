import type { Box } from '../acquire/found-image'

/** The button's edge, and how far inside the picture it stands, in CSS px. */
const buttonEdge = 32
const inset = 8

const pressable = 'a[href], button, [role="button"], input, select, textarea, summary'

/**
 * Where on a picture our button stands: top right, or top left where the site has a button of its own there; null where both
 * are taken. A link around the whole picture is no button.
 */
export function freeCorner(picture: Element, box: Box): { left: number; top: number } | null {
  const top = box.y + inset
  const corners = [box.x + box.width - inset - buttonEdge, box.x + inset]
  const left = corners.find((x) => !isTaken(x + buttonEdge / 2, top + buttonEdge / 2, picture, box))
  return left === undefined ? null : { left, top }
}

function isTaken(x: number, y: number, picture: Element, box: Box): boolean {
  return document.elementsFromPoint(x, y).some((element) => {
    const own = element.closest(pressable)
    if (own === null || own.contains(picture)) return false
    const { width, height } = own.getBoundingClientRect()
    return width * height < (box.width * box.height) / 2
  })
}
