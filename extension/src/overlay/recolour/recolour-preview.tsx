import { useEffect, useRef } from 'react'
import type { Image } from 'shared'
import { t } from '../../ui/i18n'
import { hiddenCanvas } from '../hidden-canvas'
import { useThumb } from '../use-thumb'
import { inColours } from './map-colours'

/** The preview's size in px: as wide as the panel lets it be. */
const width = 388
const height = 150

/** The middle of a picture, as large as fills the preview. */
function covered(picture: ImageBitmap): ImageData {
  const scale = Math.max(width / picture.width, height / picture.height)
  const [wide, high] = [picture.width * scale, picture.height * scale]
  const context = hiddenCanvas(width, height)
  context.drawImage(picture, (width - wide) / 2, (height - high) / 2, wide, high)
  return context.getImageData(0, 0, width, height)
}

/** The picture in the wanted colours, roughly; drawn here, so that it costs nothing and is there at once. */
export function RecolourPreview({ image, wanted }: { image: Image; wanted: readonly string[] }) {
  const pixels = useThumb(image, covered)
  const canvas = useRef<HTMLCanvasElement>(null)
  const { palette } = image
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    if (pixels === null) context?.clearRect(0, 0, width, height)
    else context?.putImageData(new ImageData(inColours(pixels.data, palette, wanted), width, height), 0, 0)
  }, [pixels, palette, wanted])
  return (
    <div className="preview">
      <canvas ref={canvas} width={width} height={height} role="img" aria-label={t('preview_label')} />
      <span className="tag">{t('preview')}</span>
    </div>
  )
}
