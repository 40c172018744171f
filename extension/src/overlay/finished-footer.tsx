import type { Generation, PayingLot } from 'shared'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { CreditLine } from '../ui/cost-line'
import { t, tn } from '../ui/i18n'
import { totals } from './batch'
import type { Overlay } from './use-overlay'
import { countOf, takesWords } from './wish'

/**
 * What it has cost, and what to do next: change the words, or more of the same for the price on the button. Where that price
 * is refused the button leads to the words as well: there it says why, and what can be done.
 */
export function FinishedFooter({ overlay, batch, from }: { overlay: Overlay; batch: Generation[]; from: PayingLot[] }) {
  const { state, quote, balance, refused, dispatch, sending } = overlay
  const { charged, returned } = totals(batch)
  const free = batch.every(({ creditsEach }) => creditsEach === 0)
  const strong = free ? t('cost_free') : usedWords(charged, returned)
  const left = balance === null ? [] : [tn('credits_left', balance.credits)]
  const rest = free ? [t('cost_free_none_used')] : left
  const count = countOf(state.wish)
  const many = takesWords(state.wish.operation)
  const edit = () => dispatch({ type: 'edit' })
  // The balance is still on its way when the last image is there; an old one is not read out.
  useAnnounce(strong, 'progress')
  return (
    <footer className="overlay-footer">
      <CreditLine kinds={from.map(({ kind }) => kind)} strong={strong} rest={rest} />
      <div className="row row-stretch">
        <Button size="large" className="grow" blocked={sending} onClick={edit}>
          {many ? t('edit_prompt') : t('choose_settings')}
        </Button>
        {many && (
          <Button
            look="main"
            size="large"
            className="grow"
            blocked={sending || (refused === null && !overlay.canGenerate)}
            onClick={refused === null ? overlay.generate : edit}
          >
            {quote.at === 'known' ? tn('more_for', count, { price: priceWords(quote.quote.credits) }) : tn('more', count)}
          </Button>
        )}
      </div>
    </footer>
  )
}

const priceWords = (credits: number) => (credits === 0 ? t('cost_free') : tn('cost_credits', credits))

function usedWords(charged: number, returned: number): string {
  return returned === 0 ? tn('credits_used', charged) : tn('credits_used_returned', charged, { returned })
}
