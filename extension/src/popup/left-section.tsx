import type { Draft } from 'shared'
import { ask } from '../messages'
import { Button } from '../ui/button'
import { time } from '../ui/dates'
import { FailureNote } from '../ui/failure-note'
import { facts, t } from '../ui/i18n'
import { operationNames } from '../ui/operation-name'
import { Thumb } from '../ui/thumb'
import { useAttempt } from '../ui/use-attempt'
import { useLastLeft } from './left-open'

/** The overlay that was left last, and the way back into it. @param drafts what is offered beside this */
export function LeftSection({ drafts }: { drafts: Draft[] }) {
  const left = useLastLeft(drafts)
  const opening = useAttempt()
  if (left === null) return null
  const { session, leftAt, minimised } = left
  const { operation, prompt } = session.wish ?? session
  const words = prompt.trim()
  const at = t(minimised ? 'left_minimised' : 'left_closed', { time: time(new Date(leftAt).toISOString()) })
  const open = async () => {
    await ask('ui-bg-overlay-again', { sessionId: session.id })
    window.close()
  }
  return (
    <section className="section" aria-label={t('left_label')}>
      <div className="row left-open">
        {session.source?.state === 'ready' && <Thumb image={session.source.image} size={40} alt={t('source_picture')} />}
        <div className="grow">
          <p className="left-prompt">{words === '' ? t(operationNames[operation]) : t('quoted', { word: words })}</p>
          <p className="caption">{words === '' ? at : facts(t(operationNames[operation]), at)}</p>
        </div>
        <Button icon="again" onClick={() => opening.attempt(open)}>
          {t('pill_again')}
        </Button>
      </div>
      {opening.failed !== null && <FailureNote code={opening.failed} />}
    </section>
  )
}
