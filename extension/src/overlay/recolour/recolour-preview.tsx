import { useEffect, useRef, useState } from 'react'
import type { Image } from 'shared'
import { t } from '../../ui/i18n'
import { inColours } from './map-colours'

/** The preview's size in px: as wide as the panel lets it be. */
const width = 388
const height = 150

/** The picture's own pixels, as the preview cuts them; null until they are here, or where they cannot be had. */
function usePixels({ thumbUrl }: Image): ImageData | null {
  const [pixels, setPixels] = useState<ImageData | null>(null)
  useEffect(() => {
    let current = true
    setPixels(null)
    covered(thumbUrl).then(
      (taken) => current && setPixels(taken),
      (error: unknown) => console.info('Toile: no preview', error),
    )
    return () => {
      current = false
    }
  }, [thumbUrl])
  return pixels
}

/** The middle of a picture, as large as fills the preview. */
async function covered(address: string): Promise<ImageData> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The picture was answered ${answer.status}`)
  const bitmap = await createImageBitmap(await answer.blob())
  const scale = Math.max(width / bitmap.width, height / bitmap.height)
  const [wide, high] = [bitmap.width * scale, bitmap.height * scale]
  const context = new OffscreenCanvas(width, height).getContext('2d')
  if (context === null) throw new Error('This browser draws no pictures')
  context.drawImage(bitmap, (width - wide) / 2, (height - high) / 2, wide, high)
  bitmap.close()
  return context.getImageData(0, 0, width, height)
}

/** The picture in the wanted colours, roughly; drawn here, so that it costs nothing and is there at once. */
export function RecolourPreview({ image, wanted }: { image: Image; wanted: readonly string[] }) {
  const pixels = usePixels(image)
  const canvas = useRef<HTMLCanvasElement>(null)
  const { palette } = image
  useEffect(() => {
    const context = canvas.current?.getContext('2d')
    // Rather nothing than the picture before this one.
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
