import { useCallback, useEffect, useState } from 'react'
import { api } from '../api'
import { codeOf, type FailureCode } from '../failures'
import { local } from '../storage'
import { FailureNote } from '../ui/failure-note'
import { t, tn } from '../ui/i18n'
import { TryAgain } from '../ui/try-again'
import { useStored } from '../ui/use-stored'
import { NumberRow } from './number-row'
import { Row, Section } from './section'

const mostCredits = 1_000_000

/** What the designer sets for the wallet. It is kept by the server, and so is the same in every browser. */
export function WalletSection() {
  const settings = useStored(local.walletSettings) ?? null
  const { failed, again } = useAsked()
  return (
    <Section title={t('options_wallet')} text={t('options_wallet_text')}>
      {failed !== null && (
        <Row>
          <div className="grow">
            <FailureNote code={failed} actions={<TryAgain onClick={again} />} />
          </div>
        </Row>
      )}
      <NumberRow
        name="reserve"
        title={t('options_reserve')}
        text={t('options_reserve_text')}
        unit={tn('credits_word', settings?.reserve ?? 0)}
        known={settings?.reserve ?? null}
        most={mostCredits}
      />
      <NumberRow
        name="lowCredits"
        title={t('options_low')}
        text={t('options_low_text')}
        unit={tn('credits_word', settings?.lowCredits ?? 0)}
        known={settings?.lowCredits ?? null}
        most={mostCredits}
      />
      <NumberRow
        name="lowPercent"
        title={t('options_low_share')}
        text={t('options_low_share_text')}
        unit={t('options_percent')}
        known={settings?.lowPercent ?? null}
        most={100}
      />
    </Section>
  )
}

/** Asks the server for the settings; the worker keeps what it answers. */
function useAsked(): { failed: FailureCode | null; again: () => void } {
  const [failed, setFailed] = useState<FailureCode | null>(null)
  const again = useCallback(() => {
    api.settings().then(
      () => setFailed(null),
      (error: unknown) => setFailed(codeOf(error)),
    )
  }, [])
  useEffect(again, [again])
  return { failed, again }
}
