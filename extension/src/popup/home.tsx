import type { Balance } from 'shared'
import { AccessNote } from '../access/access-note'
import { barredBy } from '../access/barred'
import { isLow } from '../low'
import { PaidNote } from '../payments/paid-note'
import type { ShopTab } from '../shop/open-shop'
import { Button } from '../ui/button'
import { time } from '../ui/dates'
import { FailureNote } from '../ui/failure-note'
import { number, t, tn } from '../ui/i18n'
import { LotsBar } from '../ui/lots-bar'
import { NoAccount } from '../ui/no-account'
import { TryAgain } from '../ui/try-again'
import { isZero } from '../wallet'
import { DraftSection } from './draft-section'
import { ForecastSection } from './forecast-section'
import { LeftSection } from './left-section'
import { MoneySection } from './money-section'
import { ProjectRow } from './project-row'
import type { WalletContents } from './read-wallet'
import { Recent } from './recent'
import { ServerPermission } from './server-permission'
import { ToolsSection } from './tools-section'
import type { Wallet } from './use-wallet'
import { Warnings } from './warnings'
import { ZeroSection } from './zero-section'

/** The wallet at a glance, what was made last, and the way to a new print. */
export function Home({ wallet, onBuy }: { wallet: Wallet; onBuy: (tab?: ShopTab) => void }) {
  const { balance, settings, state, paid } = wallet
  if (state.at === 'failed' && state.code === 'NO_ACCOUNT') return <Nobody onBegun={wallet.again} />
  const contents = state.at === 'loading' ? null : state.contents
  const failed = state.at === 'failed'
  const zero = balance !== null && isZero(balance) && !failed
  const low = balance !== null && isLow(balance, settings)
  const me = contents?.me ?? null
  const barred = failed ? null : barredBy(me)
  return (
    <>
      <section className="section section-first">
        <BalanceRow
          balance={balance}
          low={low}
          failed={failed}
          trialOnly={isTrialOnly(contents)}
          onBuy={zero || failed || barred !== null ? null : () => onBuy()}
        />
        {failed && <Failure wallet={wallet} />}
        {barred !== null && (
          <AccessNote why={barred} accountId={me?.accountId ?? null} onAgain={wallet.again} onPlans={() => onBuy('plans')} />
        )}
        {zero && barred === null && <ZeroSection balance={balance} hasDraft={(contents?.drafts.length ?? 0) > 0} onBuy={onBuy} />}
        {!zero && !failed && <Lots contents={contents} balance={balance} />}
      </section>
      {paid !== null && (
        <section className="section">
          <PaidNote payment={paid} />
        </section>
      )}
      {!failed && <MoneySection wallet={wallet} onBuy={() => onBuy()} />}
      {contents !== null && !failed && <ForecastSection forecast={contents.forecast} />}
      {balance !== null && contents !== null && !failed && (
        <Warnings balance={balance} low={low} contents={contents} onSeen={wallet.again} />
      )}
      {contents !== null && !failed && <DraftSection drafts={contents.drafts} balance={barred === null ? balance : null} />}
      <LeftSection drafts={contents?.drafts ?? []} />
      <RecentSection contents={contents} failed={failed} />
      {!failed && <ProjectRow />}
    </>
  )
}

/** The account is deleted: there is no wallet to look at. */
function Nobody({ onBegun }: { onBegun: () => void }) {
  return (
    <section className="section section-first">
      <NoAccount onBegun={onBegun} />
    </section>
  )
}

function BalanceRow({
  balance,
  low,
  failed,
  trialOnly,
  onBuy,
}: {
  balance: Balance | null
  low: boolean
  failed: boolean
  trialOnly: boolean
  onBuy: (() => void) | null
}) {
  return (
    <div className="balance-row">
      <span className={failed ? 'balance balance-old' : 'balance'}>{balance === null ? '–' : number(balance.credits)}</span>
      <span className="caption grow">
        {balance !== null && failed
          ? tn('balance_as_of', balance.credits, { time: time(balance.asOf) })
          : creditsWords(balance, trialOnly)}
        {balance !== null && balance.held > 0 && !failed && (
          <span className="balance-held">{tn('credits_held', balance.held)}</span>
        )}
      </span>
      {onBuy !== null && (
        <Button look={low ? 'main' : 'plain'} onClick={onBuy}>
          {t('buy_credits')}
        </Button>
      )}
    </div>
  )
}

/** No credits of one's own are not zero while pay-as-you-go is on. */
function creditsWords(balance: Balance | null, trialOnly: boolean): string {
  if (balance?.credits === 0 && balance.metered !== null) return t('balance_metered', balance.metered)
  return tn(trialOnly ? 'credits_word_trial' : 'credits_word', balance?.credits ?? 0)
}

/** A guest on the trial: what they have is on this browser only. */
function isTrialOnly(contents: WalletContents | null): boolean {
  return contents !== null && contents.lots.length > 0 && contents.lots.every(({ kind }) => kind === 'trial')
}

/** The lots; until they are known, the room of a bar and one lot. */
function Lots({ contents, balance }: { contents: WalletContents | null; balance: Balance | null }) {
  if (contents === null) return <div className="lots-waiting" aria-hidden="true" />
  return <LotsBar lots={contents.lots} balance={balance} now={new Date()} />
}

function Failure({ wallet }: { wallet: Wallet }) {
  if (wallet.state.at !== 'failed') return null
  if (wallet.state.code !== 'OFFLINE')
    return <FailureNote code={wallet.state.code} actions={<TryAgain onClick={wallet.again} />} />
  return (
    <ServerPermission
      onAllowed={wallet.again}
      otherwise={<FailureNote code="OFFLINE" actions={<TryAgain onClick={wallet.again} />} />}
    />
  )
}

function RecentSection({ contents, failed }: { contents: WalletContents | null; failed: boolean }) {
  // Without a server there is nothing to show, and nothing that a new print could come from.
  if (failed && contents === null) return null
  return (
    <section className="section">
      <Recent images={contents?.recent ?? null} />
      {!failed && <ToolsSection />}
    </section>
  )
}
