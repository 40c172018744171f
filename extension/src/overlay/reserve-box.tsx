import type { ErrorDetails, Quote } from 'shared'
import { Button } from '../ui/button'
import { errorSentence } from '../ui/error-sentence'
import { t, tn } from '../ui/i18n'
import { Note } from '../ui/note'
import { fitting } from './refusal'
import type { Overlay } from './use-overlay'
import { countOf } from './wish'

/**
 * The price would take credits of the reserve: one box, never ticked in advance, says yes to that for this time only. The
 * way out is as many images as fit.
 */
export function ReserveBox({
  overlay,
  quote,
  details,
  id,
}: {
  overlay: Overlay
  quote: Quote
  details: ErrorDetails
  id: string
}) {
  const { consent, dispatch, sending, state } = overlay
  const fewer = fitting(quote)
  return (
    <Note look="reserve" id={id} title={errorSentence('RESERVE_REACHED', details).what} text={t('reserve_alone')}>
      <label className="tick">
        <input
          type="checkbox"
          checked={consent.given}
          aria-disabled={!consent.canGive || undefined}
          onChange={(event) => consent.canGive && consent.give(event.target.checked)}
        />
        {tn('reserve_use', details.fromReserve ?? quote.credits)}
      </label>
      {fewer > 0 && fewer < countOf(state.wish) && (
        <Button size="small" blocked={sending} onClick={() => dispatch({ type: 'wish', change: { count: fewer } })}>
          {tn('make_fewer', fewer)}
        </Button>
      )}
    </Note>
  )
}
