import { useEffect, useRef } from 'react'
import type { Image, Laid, RepeatLayout } from 'shared'
import { printDpi, widthInCm } from '../../images/print-size'
import { type MessageKey, number, t } from '../../ui/i18n'
import { useThumb } from '../use-thumb'
import { clothHeight, clothWidth, drawCloth } from './draw-cloth'
import { layoutNames } from './layout-choice'
import { type Units, unitsOf } from './units'

/** The picture repeated as it would be made, drawn here, so that it costs nothing and is there at once. `size` is the tile's, in px. */
export function RepeatPreview({
  image,
  layout,
  scale,
  size,
}: {
  image: Image
  layout: RepeatLayout
  scale: number | undefined
  size: number
}) {
  const cm = number(widthInCm(size, printDpi), { maximumFractionDigits: 1 })
  return (
    <div className="preview preview-cloth">
      {layout === 'toss' ? (
        <p className="preview-none">{t('repeat_preview_toss')}</p>
      ) : (
        <Cloth image={image} layout={layout} scale={scale} />
      )}
      <span className="tag">{t('one_tile', { cm, dpi: String(printDpi) })}</span>
    </div>
  )
}

/** The cloth itself; where it will be made otherwise than it can be shown here, it says so. */
function Cloth({ image, layout, scale }: { image: Image; layout: Laid; scale: number | undefined }) {
  const units = useThumb(image, unitsOf)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    if (units === null) context.clearRect(0, 0, clothWidth, clothHeight)
    else drawCloth(context, units, layout, scale)
  }, [units, layout, scale])
  const differs = units && madeOtherwise(units, layout)
  const label = t('repeat_preview_label', { layout: t(layoutNames[layout]) })
  return (
    <>
      <canvas ref={canvas} width={clothWidth} height={clothHeight} role="img" aria-label={label} />
      {differs !== null && <span className="tag tag-differs">{t(differs)}</span>}
    </>
  )
}

/** How the engine's repeat differs from the one shown; null where it does not, as a picture on a plain ground meets itself anywhere. */
function madeOtherwise({ edges }: Units, layout: Laid): MessageKey | null {
  if (edges === 'plain') return null
  if (edges === 'open') return layout === 'mirror' ? null : 'repeat_preview_light'
  if (layout === 'block') return null
  // Which lines of a tile are barest is told by finer pixels than a thumbnail has.
  return layout === 'mirror' ? 'repeat_preview_axes' : 'repeat_preview_joins'
}
