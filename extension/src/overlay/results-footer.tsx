import type { Generation } from 'shared'
import { Button } from '../ui/button'
import { CreditLine } from '../ui/cost-line'
import { number, t, tn } from '../ui/i18n'
import { progressOf, totals } from './batch'
import type { Overlay } from './use-overlay'
import { countOf } from './wish'

/** How far it is, what it has cost, and the way to stop it. */
export function RunningFooter({
  overlay,
  generation,
  stopping,
}: {
  overlay: Overlay
  generation: Generation
  stopping: boolean
}) {
  const { delivered, count, used, open } = progressOf(generation)
  const free = generation.creditsEach === 0
  const cost = free ? t('cost_free_none_used') : t('running_cost', { used: tn('credits_used', used), open: number(open) })
  const next = overlay.balance?.next
  return (
    <footer className="overlay-footer">
      <CreditLine kinds={free || !next ? [] : [next.kind]} strong={tn('running_delivered', count, { delivered })} rest={[cost]} />
      <Button size="large" wide icon="stop" blocked={stopping} onClick={() => void overlay.stop(generation)}>
        {stopping ? t('stopping') : t('stop_rest')}
      </Button>
      <p className="caption centred">{t('hint_not_delivered')}</p>
    </footer>
  )
}

/** What it has cost, and what to do next: change the words, or more of the same for the price on the button. */
export function FinishedFooter({ overlay, batch }: { overlay: Overlay; batch: Generation[] }) {
  const { state, quote, balance, dispatch } = overlay
  const { charged, returned } = totals(batch)
  const free = batch.every(({ creditsEach }) => creditsEach === 0)
  const used =
    returned === 0
      ? tn('credits_used', charged)
      : t('credits_used_returned', { used: tn('credits_used', charged), returned: number(returned) })
  const count = countOf(state.wish)
  return (
    <footer className="overlay-footer">
      {free ? (
        <CreditLine kinds={[]} strong={t('cost_free')} rest={[t('cost_free_none_used')]} />
      ) : (
        <CreditLine
          kinds={balance?.next ? [balance.next.kind] : []}
          strong={used}
          rest={balance ? [tn('credits_left', balance.credits)] : []}
        />
      )}
      <div className="row row-stretch">
        <Button size="large" className="grow" onClick={() => dispatch({ type: 'edit' })}>
          {state.wish.operation === 'repeat' ? t('choose_layout') : t('edit_prompt')}
        </Button>
        {state.wish.operation !== 'repeat' && (
          <Button look="main" size="large" className="grow" blocked={!overlay.canGenerate} onClick={overlay.generate}>
            {quote.at === 'known' ? tn('more_for', count, { price: tn('cost_credits', quote.quote.credits) }) : tn('more', count)}
          </Button>
        )}
      </div>
    </footer>
  )
}
