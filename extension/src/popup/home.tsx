import type { Balance } from 'shared'
import { ask } from '../messages'
import { Button } from '../ui/button'
import { time } from '../ui/dates'
import { errorSentence } from '../ui/error-sentence'
import { number, t, tn } from '../ui/i18n'
import { LotsBar } from '../ui/lots-bar'
import { Note } from '../ui/note'
import { DraftSection } from './draft-section'
import { Recent } from './recent'
import type { Wallet, WalletContents } from './use-wallet'
import { Warnings } from './warnings'
import { ZeroSection } from './zero-section'

/** The wallet at a glance, what was made last, and the way to a new print. */
export function Home({ wallet, onBuy }: { wallet: Wallet; onBuy: () => void }) {
  const { balance, state, paid } = wallet
  const contents = state.at === 'loading' ? null : state.contents
  const offline = state.at === 'failed'
  const zero = balance?.credits === 0 && !offline
  return (
    <>
      <section className="section section-first">
        <BalanceRow balance={balance} offline={offline} onBuy={zero || offline ? null : onBuy} />
        {offline && <Failure wallet={wallet} />}
        {zero && <ZeroSection onSeeAll={onBuy} />}
        {!zero && !offline && (contents === null ? <LotsWaiting /> : <LotsBar lots={contents.lots} now={new Date()} />)}
      </section>
      {paid !== null && (
        <section className="section">
          <Note look="ok" title={tn('credits_added', paid.credits)} />
        </section>
      )}
      {balance !== null && contents !== null && !offline && <Warnings balance={balance} lots={contents.lots} />}
      {contents !== null && !offline && <DraftSection drafts={contents.drafts} balance={balance} />}
      <RecentSection contents={contents} offline={offline} />
    </>
  )
}

function BalanceRow({ balance, offline, onBuy }: { balance: Balance | null; offline: boolean; onBuy: (() => void) | null }) {
  return (
    <div className="balance-row">
      <span className={offline ? 'balance balance-old' : 'balance'}>{balance === null ? '–' : number(balance.credits)}</span>
      <span className="caption grow">
        {balance !== null && offline
          ? tn('balance_as_of', balance.credits, { time: time(balance.asOf) })
          : tn('credits_word', balance?.credits ?? 0)}
        {balance !== null && balance.held > 0 && !offline && (
          <span className="balance-held">{tn('credits_held', balance.held)}</span>
        )}
      </span>
      {onBuy !== null && <Button onClick={onBuy}>{t('buy_credits')}</Button>}
    </div>
  )
}

/** Keeps the room of a bar and one lot until the lots are known. */
function LotsWaiting() {
  return <div className="lots-waiting" aria-hidden="true" />
}

function Failure({ wallet }: { wallet: Wallet }) {
  if (wallet.state.at !== 'failed') return null
  const { code } = wallet.state
  const { what, next } = errorSentence(code)
  const look = code === 'OFFLINE' ? 'offline' : 'warn'
  return (
    <Note
      look={look}
      title={what}
      actions={
        <Button size="small" onClick={wallet.again}>
          {t('try_again')}
        </Button>
      }
    >
      {next}
    </Note>
  )
}

function RecentSection({ contents, offline }: { contents: WalletContents | null; offline: boolean }) {
  const openOverlay = async () => {
    await ask('ui-bg-open-overlay', { operation: 'generate' })
    window.close()
  }
  // Without a server there is nothing to show, and nothing that a new print could come from.
  if (offline && contents === null) return null
  return (
    <section className="section">
      <Recent images={contents?.recent ?? null} />
      {!offline && (
        <Button wide icon="text" onClick={() => void openOverlay()}>
          {t('new_from_words')}
        </Button>
      )}
    </section>
  )
}
