import { acrossFor, type Laid, placedOn, usualAcross } from 'shared'
import { type Units, unitSide } from './units'

/** The preview's size in px of a dense screen: twice as many as it is wide in the panel. */
export const clothWidth = 776
export const clothHeight = 416

/** A whole tile stands in the middle, at the size of one unit that fills it. */
const tileLeft = (clothWidth - unitSide) / 2
const tileTop = (clothHeight - unitSide) / 2

type Context = Pick<
  CanvasRenderingContext2D,
  'drawImage' | 'setTransform' | 'strokeRect' | 'setLineDash' | 'strokeStyle' | 'lineWidth' | 'imageSmoothingQuality'
>

/** A cloth of so many units along a tile's side, and one tile of it outlined. */
export function drawCloth(context: Context, units: Units, layout: Laid, scale: number | undefined): void {
  const side = unitSide / acrossFor(layout, usualAcross, scale ?? null)
  const unit = layout === 'mirror' ? units.mirrored : units.laid
  const seen = {
    left: -tileLeft / side,
    top: -tileTop / side,
    right: (clothWidth - tileLeft) / side,
    bottom: (clothHeight - tileTop) / side,
  }
  context.imageSmoothingQuality = 'high'
  for (const { left, top, flippedX, flippedY } of placedOn(seen, layout)) {
    const [x, y] = [tileLeft + left * side, tileTop + top * side]
    context.setTransform(flippedX ? -1 : 1, 0, 0, flippedY ? -1 : 1, flippedX ? x + side : x, flippedY ? y + side : y)
    context.drawImage(unit, 0, 0, side, side)
  }
  context.setTransform(1, 0, 0, 1, 0, 0)
  outlineTile(context)
}

/** Dark dashes on white: they show on any picture. */
function outlineTile(context: Context): void {
  context.lineWidth = 3
  context.strokeStyle = '#ffffff'
  context.setLineDash([])
  context.strokeRect(tileLeft, tileTop, unitSide, unitSide)
  context.strokeStyle = '#1a2130'
  context.setLineDash([8, 8])
  context.strokeRect(tileLeft, tileTop, unitSide, unitSide)
}
