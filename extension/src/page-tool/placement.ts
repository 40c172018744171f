import type { Box } from '../acquire/found-image'

const width = 420
const tallest = 640
const gap = 16
const narrow = 480

/** Where the overlay goes: beside the picture on the side with more room, docked to the bottom of a narrow window. Its size is without scroll bars. */
export function placeOverlay(picture: Box | null, windowWidth: number, windowHeight: number): Box {
  const height = Math.min(tallest, windowHeight - 2 * gap)
  if (windowWidth < narrow) {
    const docked = Math.min(height, Math.round(windowHeight * 0.75))
    return { x: 0, y: windowHeight - docked, width: windowWidth, height: docked }
  }
  const rightmost = windowWidth - width - gap
  if (picture === null) return { x: rightmost, y: gap, width, height }

  const roomLeft = picture.x
  const roomRight = windowWidth - (picture.x + picture.width)
  const beside = roomRight >= roomLeft ? picture.x + picture.width + gap : picture.x - gap - width
  return {
    x: Math.max(gap, Math.min(beside, rightmost)),
    y: Math.max(gap, Math.min(picture.y, windowHeight - gap - height)),
    width,
    height,
  }
}
