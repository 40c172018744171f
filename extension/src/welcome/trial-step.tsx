import { useRef } from 'react'
import type { TrialOffer } from 'shared'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { isAdjustingFree } from '../ui/free'
import { t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { useFocusKept } from '../ui/use-focus-kept'
import { usePrices } from '../ui/use-free'
import { Step } from './step'
import { useTrial } from './use-trial'

/** The trial credits, as the server gives them: how many, for how long, and what an image costs. */
export function TrialStep() {
  const { offer, balance, state, start } = useTrial()
  const adjustingFree = isAdjustingFree(usePrices())
  const had = useRef<HTMLParagraphElement>(null)
  const taken = balance === null ? '' : tn('welcome_trial_taken', balance.credits)
  useAnnounce(taken)
  useFocusKept(had, taken === '' ? 'offered' : 'taken')
  return (
    <Step place={2} title={titleOf(offer)} text={textOf(offer, adjustingFree)}>
      {taken === '' ? (
        <Button look="main" size="large" blocked={state.at === 'starting'} onClick={start}>
          {offer === null || offer.credits === 0 ? t('welcome_start') : tn('welcome_start_with', offer.credits)}
        </Button>
      ) : (
        <p className="row ok-text strong" tabIndex={-1} ref={had}>
          <Icon name="check" />
          {taken}
        </p>
      )}
      {state.at === 'failed' && (
        <FailureNote
          code={state.code}
          actions={
            <Button size="small" onClick={() => void chrome.runtime.openOptionsPage()}>
              {t('settings_title')}
            </Button>
          }
        />
      )}
    </Step>
  )
}

function titleOf(offer: TrialOffer | null): string {
  return offer === null || offer.credits === 0 ? t('welcome_trial') : tn('welcome_trial_credits', offer.credits)
}

/** Whole sentences: what an image costs, what costs nothing, and for how long the credits last. */
function textOf(offer: TrialOffer | null, adjustingFree: boolean): string {
  const free = adjustingFree ? [t('adjusting_free')] : []
  if (offer === null || offer.credits === 0) return [t('welcome_trial_text'), ...free].join(' ')
  return [tn('welcome_trial_price', offer.creditsPerImage), ...free, tn('welcome_trial_days', offer.days)].join(' ')
}
