import type { Box } from '../acquire/found-image'

interface Point {
  x: number
  y: number
}
export interface Size {
  width: number
  height: number
}

/** Shortest edge in CSS px of a region that can be used. */
export const leastEdge = 64
/** The edge of the frame that the keyboard begins with. */
const firstEdge = 240

/** The eight places where a region is taken hold of, by compass. */
export const handles = ['nw', 'n', 'ne', 'w', 'e', 'sw', 's', 'se'] as const
export type Handle = (typeof handles)[number]

/** What the server takes in is at least that large. */
export function isTooSmall({ width, height }: Size): boolean {
  return width < leastEdge || height < leastEdge
}

/** The region between two corners, whichever way it was dragged, within the window and in whole px. */
export function between(one: Point, other: Point, window: Size): Box {
  const [left, right] = sorted(one.x, other.x, window.width)
  const [top, bottom] = sorted(one.y, other.y, window.height)
  return { x: left, y: top, width: right - left, height: bottom - top }
}

function sorted(one: number, other: number, most: number): [number, number] {
  const within = (value: number) => Math.min(most, Math.max(0, Math.round(value)))
  return [within(Math.min(one, other)), within(Math.max(one, other))]
}

/** A frame in the middle of the window, for the keyboard. */
export function firstFrame(window: Size): Box {
  const width = Math.min(firstEdge, window.width)
  const height = Math.min(firstEdge, window.height)
  return { x: Math.round((window.width - width) / 2), y: Math.round((window.height - height) / 2), width, height }
}

/** The region moved, as a whole within the window. */
export function moved(box: Box, dx: number, dy: number, window: Size): Box {
  const within = (value: number, most: number) => Math.min(Math.max(0, Math.round(value)), Math.max(0, most))
  return { ...box, x: within(box.x + dx, window.width - box.width), y: within(box.y + dy, window.height - box.height) }
}

/** The region with the edges of a handle moved; dragged over the other edge it turns inside out. */
export function resized({ x, y, width, height }: Box, handle: Handle, dx: number, dy: number, window: Size): Box {
  const left = x + (handle.includes('w') ? dx : 0)
  const right = x + width + (handle.includes('e') ? dx : 0)
  const top = y + (handle.includes('n') ? dy : 0)
  const bottom = y + height + (handle.includes('s') ? dy : 0)
  return between({ x: left, y: top }, { x: right, y: bottom }, window)
}

/** The region after an arrow key: it moves, or with `resize` its right and lower edges do; null for other keys. */
export function afterKey(box: Box, key: string, { step, resize }: { step: number; resize: boolean }, window: Size): Box | null {
  const steps: Record<string, [number, number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  }
  const by = steps[key]
  if (by === undefined) return null
  if (!resize) return moved(box, ...by, window)
  // By keyboard an edge stops before the other one.
  const least = { x: Math.max(by[0], 1 - box.width), y: Math.max(by[1], 1 - box.height) }
  return resized(box, 'se', least.x, least.y, window)
}

const gap = 12
const labelHeight = 24
const barHeight = 48
const space = 8

/** Where label and buttons stand: under the region, above it where there is no room, else inside at its foot. */
export function besideBox(box: Box, window: Size, barWidth: number): { left: number; label: number; bar: number } {
  const left = Math.max(space, Math.min(box.x, window.width - barWidth - space))
  const tall = gap + labelHeight + space + barHeight + space
  const bottom = box.y + box.height
  if (bottom + tall <= window.height) return { left, label: bottom + gap, bar: bottom + gap + labelHeight + space }
  if (box.y >= tall) return { left, label: box.y - gap - labelHeight, bar: box.y - gap - labelHeight - space - barHeight }
  const bar = Math.min(bottom, window.height) - space - barHeight
  return { left: left + space, label: bar - space - labelHeight, bar }
}
