import { useEffect, useRef } from 'react'
import type { Image, Laid, RepeatLayout } from 'shared'
import { printDpi, widthInCm } from '../../images/print-size'
import { number, t } from '../../ui/i18n'
import { useThumb } from '../use-thumb'
import { clothHeight, clothWidth, drawCloth } from './draw-cloth'
import { layoutNames } from './layout-choice'
import { isJoined, unitsOf } from './units'

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

/** The cloth itself; where joins show that will not be there, it says so. */
function Cloth({ image, layout, scale }: { image: Image; layout: Laid; scale: number | undefined }) {
  const units = useThumb(image, unitsOf)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (!context) return
    if (units === null) context.clearRect(0, 0, clothWidth, clothHeight)
    else drawCloth(context, units, layout, scale)
  }, [units, layout, scale])
  const label = t('repeat_preview_label', { layout: t(layoutNames[layout]) })
  return (
    <>
      <canvas ref={canvas} width={clothWidth} height={clothHeight} role="img" aria-label={label} />
      {units !== null && isJoined(units.edges, layout) && <span className="tag tag-joins">{t('repeat_preview_joins')}</span>}
    </>
  )
}
