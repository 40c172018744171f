import type { PillPlace } from '../kept'

/** Where a pill sits that nobody has moved: bottom right, as the mockups have it. */
export const firstPlace: PillPlace = { edge: 'right', along: 1, collapsed: false, hidden: false }

const margin = 16
type Edge = PillPlace['edge']

/** The edge nearest to a point of the window, and how far along it the point is. */
export function placeAt(x: number, y: number, width: number, height: number): Pick<PillPlace, 'edge' | 'along'> {
  const distances: [Edge, number][] = [
    ['right', width - x],
    ['left', x],
    ['bottom', height - y],
    ['top', y],
  ]
  const [edge] = distances.reduce((nearest, one) => (one[1] < nearest[1] ? one : nearest))
  const along = isUpright(edge) ? alongOf(y, height, 32) : alongOf(x, width, 80)
  return { edge, along: Math.min(1, Math.max(0, along)) }
}

/** How far along its edge a pill sits whose middle is at a point of it; `own` is about how long it is there itself. */
function alongOf(at: number, window: number, own: number): number {
  return (at - margin - own / 2) / (window - 2 * margin - own)
}

/** The next edge in the direction of an arrow key, the other coordinate kept as well as it can be. */
export function placeTowards(key: string, place: PillPlace): PillPlace | null {
  const edges: Record<string, Edge> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'top', ArrowDown: 'bottom' }
  const edge = edges[key]
  if (edge === undefined || edge === place.edge) return null
  const turned = isUpright(edge) !== isUpright(place.edge)
  const along = turned ? Number(place.edge === 'right' || place.edge === 'bottom') : place.along
  return { ...place, edge, along }
}

/** The place across the window. */
export function placeAcross(place: PillPlace): PillPlace {
  const across: Record<Edge, Edge> = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' }
  return { ...place, edge: across[place.edge] }
}

/**
 * The CSS of a place: fixed to its edge, and between the two corners along it. Nothing is measured, which would have the page
 * laid out for it. A collapsed pill touches its edge.
 */
export function styleOf({ edge, along, collapsed }: PillPlace): Record<string, string> {
  const style = { left: 'auto', right: 'auto', top: 'auto', bottom: 'auto', [edge]: collapsed ? '0px' : `${margin}px` }
  const [side, window] = isUpright(edge) ? ['top', '100vh'] : ['left', '100vw']
  const back = `round(${-100 * along}%, 1px)`
  return {
    ...style,
    [`${side}`]: `round(calc(${margin}px + (${window} - ${2 * margin}px) * ${along}), 1px)`,
    translate: isUpright(edge) ? `0 ${back}` : back,
  }
}

function isUpright(edge: Edge): boolean {
  return edge === 'left' || edge === 'right'
}
