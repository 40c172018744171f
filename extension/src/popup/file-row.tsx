import { useRef, useState } from 'react'
import { maxUploadBytes } from 'shared'
import { api } from '../api'
import { ApiError, type Problem, problemOf } from '../failures'
import { ask } from '../messages'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { errorSentence } from '../ui/error-sentence'
import { t } from '../ui/i18n'
import { Note } from '../ui/note'
import { ownSource } from '../ui/own-source'
import { PictureInput } from '../ui/picture-input'
import { useDropped } from '../ui/use-dropped'

type FileState = { at: 'idle' | 'sending' } | { at: 'failed'; problem: Problem }

/** A picture of the designer's own: chosen here, or pasted or dropped anywhere in the popup. */
export function FileRow() {
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<FileState>({ at: 'idle' })
  const sending = state.at === 'sending'
  useAnnounce(sending ? t('file_sending') : '', 'progress')
  const take = (file: File) => {
    if (sending) return
    setState({ at: 'sending' })
    openWith(file).catch((error: unknown) => setState({ at: 'failed', problem: problemOf(error) }))
  }
  const refuse = () => {
    if (!sending) setState({ at: 'failed', problem: { code: 'UNSUPPORTED_IMAGE', details: {} } })
  }
  useDropped(take, refuse)
  return (
    <>
      <PictureInput ref={input} onPicture={take} />
      <div className="row">
        <p className="caption grow">{sending ? t('file_sending') : t('file_hint')}</p>
        <Button look="ghost" size="small" blocked={sending} onClick={() => input.current?.click()}>
          {t('source_choose')}
        </Button>
      </div>
      {state.at === 'failed' && <FileProblem problem={state.problem} />}
    </>
  )
}

function FileProblem({ problem: { code, details } }: { problem: Problem }) {
  const { what, next } = errorSentence(code, details)
  return <Note look="warn" title={what} text={next} />
}

/** Sends it, and opens the overlay with it. Nothing is spent for that. */
async function openWith(file: File): Promise<void> {
  if (file.size > maxUploadBytes) throw new ApiError('IMAGE_TOO_LARGE', { maxBytes: maxUploadBytes })
  const image = await api.upload(file, { pageUrl: null, pageTitle: null, imageUrl: null })
  await ask('ui-bg-open-overlay', { operation: 'vary', source: ownSource(image) })
  window.close()
}
