import { useEffect, useId, useRef, useState } from 'react'
import type { FileFormat, Image } from 'shared'
import { Button } from '../ui/button'
import { listed, number, t } from '../ui/i18n'
import { FormatField, NumberField } from './download-fields'
import type { FileWish } from './image-actions'
import { namedPalette } from './palette-file'
import { dpiOver, printDpi, widthInCm } from './print-size'

const formats: { format: FileFormat; name: string }[] = [
  { format: 'png', name: 'PNG' },
  { format: 'jpeg', name: 'JPEG' },
  { format: 'webp', name: 'WebP' },
  { format: 'svg', name: 'SVG' },
]

/** Limits of the contract. */
const cm = { least: 0.5, most: 1000 }
const dpi = { least: 20, most: 2400 }

type Size = { by: 'width'; text: string } | { by: 'dpi'; text: string }

/** A number as people type it here: with a comma or a point. */
const typed = (text: string) => Number(text.trim().replace(',', '.'))
const short = (value: number, digits: number) => number(value, { maximumFractionDigits: digits, useGrouping: false })

/** What the fields say: the one that was typed in as it was typed, the other as it follows from the picture's px. */
function shown({ by, text }: Size, px: number): { width: string; dpi: string; wish: Partial<FileWish> | null } {
  const value = typed(text)
  const { least, most } = by === 'width' ? cm : dpi
  const good = value >= least && value <= most && (by === 'width' || Number.isInteger(value))
  if (by === 'width')
    return { width: text, dpi: good ? short(dpiOver(px, value), 1) : '', wish: good ? { widthCm: value } : null }
  return { width: good ? short(widthInCm(px, value), 2) : '', dpi: text, wish: good ? { dpi: value } : null }
}

/** The picture's colours, and a button that saves them as a file of swatches. */
function PaletteRow({ image, blocked, onPalette }: { image: Image; blocked: boolean; onPalette: () => void }) {
  const colours = namedPalette(image)
  const hintId = useId()
  if (colours.length === 0) return null
  return (
    <div className="palette-row">
      <span
        className="swatches"
        role="img"
        aria-label={t('palette_of_image', { colours: listed(colours.map(({ name }) => name)) })}
      >
        {colours.map(({ hex, name }) => (
          <span key={name} title={name} style={{ background: hex }} />
        ))}
      </span>
      <Button blocked={blocked} aria-describedby={hintId} onClick={onPalette}>
        {t('palette_download')}
      </Button>
      <p className="caption" id={hintId}>
        {t('palette_download_hint')}
      </p>
    </div>
  )
}

/** A file for print: its format, and how wide its px are laid; of width and resolution the other one follows. */
export function DownloadPanel({
  id,
  image,
  working,
  onDownload,
  onPalette,
}: {
  id: string
  image: Image
  working: boolean
  onDownload: (wish: FileWish) => void
  onPalette: () => void
}) {
  const [format, setFormat] = useState<FileFormat>('png')
  const [size, setSize] = useState<Size>({ by: 'dpi', text: String(printDpi) })
  const hintId = useId()
  const panel = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    // What it returns, in some browsers a promise, is no tidying up.
    panel.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const offered = formats.filter(({ format: one }) => one !== 'svg' || image.svgUrl !== null)
  const chosen = offered.some((one) => one.format === format) ? format : 'png'
  const { width, dpi: resolution, wish } = shown(size, image.width)
  return (
    <fieldset ref={panel} className="card stack" id={id} aria-label={t('download_title')}>
      <div className="file-fields">
        <FormatField chosen={chosen} offered={offered} onChoose={setFormat} />
        <NumberField
          label={t('download_width')}
          value={width}
          bad={wish === null && size.by === 'width'}
          hintId={hintId}
          onChange={(text) => setSize({ by: 'width', text })}
        />
        <NumberField
          label={t('download_dpi')}
          value={resolution}
          bad={wish === null && size.by === 'dpi'}
          hintId={hintId}
          onChange={(text) => setSize({ by: 'dpi', text })}
        />
      </div>
      <p className="caption" id={hintId}>
        {wish === null
          ? t('download_limits', {
              least: number(cm.least),
              most: number(cm.most),
              leastDpi: dpi.least,
              mostDpi: String(dpi.most),
            })
          : chosen === 'svg'
            ? t('download_svg')
            : t('download_pixels', { width: String(image.width), height: String(image.height) })}
      </p>
      <Button
        wide
        icon="download"
        blocked={working || wish === null}
        aria-describedby={hintId}
        onClick={() => wish !== null && onDownload({ format: chosen, ...wish })}
      >
        {working ? t('download_working') : t('download_now')}
      </Button>
      <PaletteRow image={image} blocked={working} onPalette={onPalette} />
    </fieldset>
  )
}
