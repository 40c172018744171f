import type { Quote } from 'shared'
import { PaidNote } from '../payments/paid-note'
import { Button } from '../ui/button'
import { CostLine } from '../ui/cost-line'
import { engineName } from '../ui/engine-name'
import { facts, t, tn } from '../ui/i18n'
import { operationNames } from '../ui/operation-name'
import { Thumb } from '../ui/thumb'
import { refusedHint } from './compose-footer'
import type { Flow } from './flow'
import { Heading } from './heading'
import { LookBack } from './look-back'
import { ProblemNote } from './problem-note'
import { describedBy, RefusalNote } from './refusal-note'
import type { Overlay } from './use-overlay'
import { countOf } from './wish'

/** Credits are there again: the draft and one button that goes on with it. */
export function Resume({
  overlay,
  blocked,
  quote,
}: {
  overlay: Overlay
  blocked: Extract<Flow, { at: 'blocked' }>
  quote: Quote
}) {
  const { session, sending, refused, projects, dispatch } = overlay
  const { wish } = overlay.state
  const { source } = session
  const count = countOf(wish)
  // An upscale's size follows from its picture, and is none of the wish.
  const { projectId, size } = blocked.order.request
  const project = projects.list?.find(({ id }) => id === projectId)
  const asked = [tn('images', count), t('pixels_edge', { size: String(size) }), engineName(wish.engine)]
  const summary = facts(t(operationNames[wish.operation]), ...asked, ...(project === undefined ? [] : [project.name]))
  return (
    <>
      <div className="overlay-body">
        {blocked.added !== null && <PaidNote payment={blocked.added} />}
        <div className="card stack">
          <Heading view="resume">{t('your_draft')}</Heading>
          <div className="row">
            {source?.state === 'ready' && wish.operation !== 'generate' && (
              <Thumb image={source.image} size={56} alt={t('source_picture')} />
            )}
            <p className="grow">{wish.prompt}</p>
          </div>
          <p className="caption">{summary}</p>
        </div>
        {blocked.problem !== null && blocked.problem.code !== quote.refusal?.code && <ProblemNote problem={blocked.problem} />}
        <RefusalNote overlay={overlay} />
        <LookBack overlay={overlay} />
      </div>
      <footer className="overlay-footer">
        <CostLine quote={quote} now={new Date()} />
        <Button
          look="main"
          size="large"
          wide
          blocked={sending || refused !== null}
          aria-describedby={describedBy(overlay, 'resume-hint')}
          onClick={() => overlay.resume(blocked.order, quote)}
        >
          {sending ? t('sending') : tn('resume_draft', count)}
        </Button>
        <p className="caption centred" id="resume-hint">
          {refusedHint(overlay) ?? t('hint_pay_on_arrival')}
        </p>
        <Button look="ghost" wide blocked={sending} onClick={() => dispatch({ type: 'edit' })}>
          {t('edit_first')}
        </Button>
      </footer>
    </>
  )
}
