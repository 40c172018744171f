import type { WireError } from 'shared'
import { Button } from '../ui/button'
import { errorSentence } from '../ui/error-sentence'
import { FailureNote } from '../ui/failure-note'
import { type CountedKey, t, tn } from '../ui/i18n'
import { Note } from '../ui/note'
import { useAttempt } from '../ui/use-attempt'
import { type Offer, type Yes, yesTo } from './offer'
import { beyond, fitting } from './refusal'
import type { Overlay } from './use-overlay'
import { countOf } from './wish'

const boxes: Record<keyof Yes, CountedKey> = { useReserve: 'reserve_use', overBudget: 'budget_pass' }

/**
 * The price passes a limit of the designer's own, the reserve or a project's budget: one box, never ticked in advance, says
 * yes to that for this time only. A budget that stops takes no yes. The way out is as many images as fit, or no project.
 */
export function LimitBox({ overlay, offer, limit, id }: { overlay: Overlay; offer: Offer; limit: WireError; id: string }) {
  const { consent, dispatch, sending, state, projects } = overlay
  const { code, details } = limit
  const yes = yesTo(code)
  const { what, next } = errorSentence(code, details)
  const isBudget = code === 'BUDGET_REACHED'
  const canPass = offer.passes.includes(limit)
  const fewer = fitting(offer)
  const leaving = useAttempt()
  return (
    <Note look="reserve" id={id} title={what} text={!isBudget ? t('reserve_alone') : canPass ? t('budget_untouched') : next}>
      {yes !== null && canPass && (
        <label className="tick">
          <input
            type="checkbox"
            checked={consent.given[yes]}
            aria-disabled={!consent.canGive || undefined}
            onChange={(event) => consent.canGive && consent.give({ [yes]: event.target.checked })}
          />
          {tn(boxes[yes], beyond(limit, offer.credits))}
        </label>
      )}
      <div className="note-actions">
        {fewer > 0 && fewer < countOf(state.wish) && (
          <Button size="small" blocked={sending} onClick={() => dispatch({ type: 'wish', change: { count: fewer } })}>
            {tn('make_fewer', fewer)}
          </Button>
        )}
        {isBudget && (
          <Button size="small" blocked={sending} onClick={() => leaving.attempt(() => projects.choose(null))}>
            {t('project_outside')}
          </Button>
        )}
      </div>
      {leaving.failed !== null && <FailureNote code={leaving.failed} />}
    </Note>
  )
}
