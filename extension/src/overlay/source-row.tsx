import { useRef } from 'react'
import type { Source } from '../overlay-session'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { t } from '../ui/i18n'
import { Note } from '../ui/note'
import { PictureInput } from '../ui/picture-input'
import { Thumb } from '../ui/thumb'
import { NoPicture } from './no-picture'

/** Longest edge in px under which there is too little to work from for a clean print; said before anything is paid. */
const coarseBelow = 256

/** The picture to work from: on its way, here, or not to be had; and always another way to bring one. */
export function SourceRow({
  sessionId,
  source,
  locked,
  onFile,
}: {
  sessionId: string
  source: Source | null
  locked: boolean
  onFile: (file: File) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const choose = () => !locked && input.current?.click()
  return (
    <>
      <PictureInput ref={input} onPicture={onFile} />
      <SourceState sessionId={sessionId} source={source} onChoose={choose} />
    </>
  )
}

function SourceState({ sessionId, source, onChoose }: { sessionId: string; source: Source | null; onChoose: () => void }) {
  useAnnounce(source?.state === 'acquiring' ? t('source_acquiring') : '', 'progress')
  if (source === null) return <NoSource onChoose={onChoose} />
  if (source.state === 'failed') return <NoPicture sessionId={sessionId} source={source} onChoose={onChoose} />
  // One row for both states: the button stays the same one, and so the focus stays with it.
  const waiting = source.state === 'acquiring'
  return (
    <div className="source" aria-busy={waiting}>
      {waiting ? <Waiting /> : <Ready source={source} />}
      <Button key="choose" size="small" onClick={onChoose}>
        {waiting ? t('source_choose') : t('source_change')}
      </Button>
      {!waiting && Math.max(source.image.width, source.image.height) < coarseBelow && (
        <Note look="warn" title={t('source_coarse')} />
      )}
    </div>
  )
}

function NoSource({ onChoose }: { onChoose: () => void }) {
  return (
    <div className="card stack source-none">
      <p>{t('source_none')}</p>
      <Button onClick={onChoose}>{t('source_choose')}</Button>
    </div>
  )
}

function Waiting() {
  return (
    <>
      <span className="thumb source-waiting" />
      <p className="quiet grow">{t('source_acquiring')}</p>
    </>
  )
}

function Ready({ source }: { source: Extract<Source, { state: 'ready' }> }) {
  const { image, pageTitle, captured, partly } = source
  const size = t('pixels', { width: String(image.width), height: String(image.height) })
  const alt = pageTitle === null ? t('source_picture') : t('source_picture_from', { page: pageTitle })
  return (
    <>
      <Thumb image={image} size={56} alt={alt} />
      <div className="grow">
        <b className="strong">{t('source_picture')}</b> <span className="caption">{size}</span>
        <div className="inks" role="img" aria-label={t('source_colours', { colours: image.palette.join(', ') })}>
          {image.palette.slice(0, 6).map((hex) => (
            <i key={hex} style={{ background: hex }} />
          ))}
        </div>
        {captured && <p className="caption">{t(partly ? 'source_captured_part' : 'source_captured')}</p>}
      </div>
    </>
  )
}
