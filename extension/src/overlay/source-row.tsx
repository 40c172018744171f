import { useRef } from 'react'
import type { Source } from '../storage'
import { Button } from '../ui/button'
import { errorSentence } from '../ui/error-sentence'
import { t } from '../ui/i18n'
import { Note } from '../ui/note'
import { Thumb } from '../ui/thumb'

/** The picture to work from: on its way, here, or not to be had, and then with other ways to bring one. */
export function SourceRow({ source, onFile }: { source: Source | null; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const choose = () => input.current?.click()
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp,image/avif,image/gif"
        aria-label={t('source_choose')}
        tabIndex={-1}
        className="unseen"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) onFile(file)
          // The same file can be chosen again after a failure.
          event.target.value = ''
        }}
      />
      <SourceState source={source} onChoose={choose} />
    </>
  )
}

function SourceState({ source, onChoose }: { source: Source | null; onChoose: () => void }) {
  if (source === null) return <NoSource onChoose={onChoose} />
  if (source.state === 'failed') {
    const sentence = errorSentence(source.code, source.details)
    return (
      <Note look="warn" title={sentence.what} actions={<Button onClick={onChoose}>{t('source_choose')}</Button>}>
        {sentence.next} {t('source_other_ways')}
      </Note>
    )
  }
  if (source.state === 'acquiring') {
    return (
      <div className="source" role="status" aria-busy="true">
        <span className="thumb source-waiting" />
        <span className="quiet">{t('source_acquiring')}</span>
      </div>
    )
  }
  return <ReadySource source={source} onChoose={onChoose} />
}

function NoSource({ onChoose }: { onChoose: () => void }) {
  return (
    <div className="card stack source-none">
      <p>{t('source_none')}</p>
      <Button onClick={onChoose}>{t('source_choose')}</Button>
    </div>
  )
}

function ReadySource({ source, onChoose }: { source: Extract<Source, { state: 'ready' }>; onChoose: () => void }) {
  const { image, pageTitle, captured } = source
  const size = t('pixels', { width: String(image.width), height: String(image.height) })
  return (
    <div className="source">
      <Thumb
        image={image}
        size={56}
        alt={pageTitle === null ? t('source_picture') : t('source_picture_from', { page: pageTitle })}
      />
      <div className="grow">
        <b className="strong">{t('source_picture')}</b> <span className="caption">{size}</span>
        <div className="inks" role="img" aria-label={t('source_colours', { colours: image.palette.join(', ') })}>
          {image.palette.slice(0, 6).map((hex) => (
            <i key={hex} style={{ background: hex }} />
          ))}
        </div>
        {captured && <p className="caption">{t('source_captured')}</p>}
      </div>
      <Button size="small" onClick={onChoose}>
        {t('source_change')}
      </Button>
    </div>
  )
}
