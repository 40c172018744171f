import { useRef } from 'react'
import type { TrialOffer } from 'shared'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { useFocusKept } from '../ui/use-focus-kept'
import { Step } from './step'
import { useTrial } from './use-trial'

/** The trial credits, as the server gives them: how many, for how long, and what an image costs. */
export function TrialStep() {
  const { offer, balance, state, start } = useTrial()
  const had = useRef<HTMLParagraphElement>(null)
  const taken = balance === null ? '' : tn('welcome_trial_taken', balance.credits)
  useAnnounce(taken)
  useFocusKept(had, taken === '' ? 'offered' : 'taken')
  return (
    <Step place={2} title={titleOf(offer)} text={textOf(offer)}>
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

function textOf(offer: TrialOffer | null): string {
  if (offer === null || offer.credits === 0) return t('welcome_trial_text')
  return `${tn('welcome_trial_price', offer.creditsPerImage)} ${tn('welcome_trial_days', offer.days)}`
}
