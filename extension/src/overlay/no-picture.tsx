import type { Source } from '../overlay-session'
import { Button } from '../ui/button'
import { type ErrorSentence, errorSentence } from '../ui/error-sentence'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { Note } from '../ui/note'
import { useAllowPicture } from './use-allow-picture'

type Failed = Extract<Source, { state: 'failed' }>

/** Why there is no picture, and every way on: what can be allowed, a region of the page, a file, the clipboard. */
export function NoPicture({ sessionId, source, onChoose }: { sessionId: string; source: Failed; onChoose: () => void }) {
  const { what, next } = whyNoPicture(source)
  const { allow } = source
  const host = hostOf(allow?.origin)
  const { refused, failed, request } = useAllowPicture(sessionId)
  const region = source.code === 'OUT_OF_REACH' ? [t('source_region')] : []
  const why = allow ? [host === null ? t('source_allow_all_why') : t('source_allow_why', { host })] : []
  const answer = refused ? [t('source_allow_refused')] : []
  return (
    <Note
      look="warn"
      title={what}
      text={[...answer, ...why, next, ...region, t('source_other_ways')].join(' ')}
      actions={
        <>
          {allow && (
            <Button onClick={() => request(allow.origin)}>
              {host === null ? t('source_allow_all') : t('source_allow', { host })}
            </Button>
          )}
          <Button onClick={onChoose}>{t('source_choose')}</Button>
        </>
      }
    >
      {failed !== null && <FailureNote code={failed} />}
    </Note>
  )
}

/** The host of a pattern such as `https://cdn.example/*`; null where it is every site. */
function hostOf(origin: string | undefined): string | null {
  return URL.parse(origin?.slice(0, -1) ?? '')?.hostname ?? null
}

/** A server that is away is told below already: here it is the picture that is missing. Nothing of it is ever charged. */
function whyNoPicture({ code, details }: Failed): ErrorSentence {
  if (code === 'OFFLINE') return { what: t('source_not_sent'), next: t('source_not_sent_next') }
  if (code === 'TIMED_OUT') return { what: t('source_late'), next: t('source_late_next') }
  if (code === 'INTERNAL') return { what: t('source_lost'), next: t('source_late_next') }
  return errorSentence(code, details)
}
