import { useEffect, useState } from 'react'
import type { Balance, Draft, Quote } from 'shared'
import { api } from '../api'
import { type Problem, problemOf } from '../failures'
import { ask } from '../messages'
import { openInOverlay } from '../open-in-overlay'
import { useQuote } from '../overlay/use-quote'
import { Button } from '../ui/button'
import { CostLine } from '../ui/cost-line'
import { errorSentence } from '../ui/error-sentence'
import { t, tn } from '../ui/i18n'
import { Note } from '../ui/note'
import { spendable } from '../wallet'

/** How long the price has to have stood there before a click counts, in ms: credits may arrive just under a pointer. */
const readFirstMs = 800

/** Whether the balance alone would pay for a draft. */
export function isAffordable({ credits }: Draft, balance: Balance | null): balance is Balance {
  return balance !== null && balance.debt === 0 && spendable(balance) >= credits
}

/**
 * Goes on with a draft by one click, for the price above the button, and opens the overlay where its images appear. A draft that
 * needs a yes, to the reserve or to a budget, is opened there first.
 */
export function ResumeDraft({
  draft,
  balance,
  onLeave,
}: {
  draft: Draft
  balance: Balance
  /** Leaves the page once the overlay is open. */
  onLeave: () => void
}) {
  const { operation, size, count, engine, projectId } = draft.request
  const { quote, again } = useQuote({ operation, size, count, engine, projectId }, balance)
  const price = quote.at === 'known' ? quote.quote : null
  const payable = price !== null && price.refusal === null && price.shortfall === 0
  const read = useReadFor(readFirstMs, payable)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const attempt = (act: () => Promise<void>) => {
    setSending(true)
    setProblem(null)
    act()
      .catch((error: unknown) => {
        setProblem(problemOf(error))
        again()
      })
      .finally(() => setSending(false))
  }
  const open = () => attempt(() => openInOverlay({ ...draft.request, source: draft.source }, onLeave))
  return (
    <>
      {payable && <CostLine quote={price} now={new Date()} />}
      {payable ? (
        <Button
          look="main"
          wide
          blocked={sending || !read}
          onClick={({ nativeEvent }) => nativeEvent.isTrusted && attempt(() => resume(draft, price, onLeave))}
        >
          {sending ? t('sending') : tn('resume_draft', count)}
        </Button>
      ) : (
        <Button look="main" wide blocked={sending || quote.at === 'asking'} onClick={open}>
          {t('draft_open')}
        </Button>
      )}
      {payable && (
        <Button look="ghost" wide blocked={sending} onClick={open}>
          {t('edit_first')}
        </Button>
      )}
      {problem !== null && <Trouble problem={problem} />}
    </>
  )
}

function Trouble({ problem: { code, details } }: { problem: Problem }) {
  const { what, next } = errorSentence(code, details)
  return <Note look="warn" title={what} text={next} />
}

/**
 * The draft once more, under the intent that the server knows it by: pressed twice, or after a lost answer, it is one request.
 * A yes that was given when it was refused counts no more.
 */
async function resume({ request, source }: Draft, { priceVersion, credits }: Quote, onLeave: () => void): Promise<void> {
  const agreed = { priceVersion, maxCredits: credits, useReserve: false, overBudget: false }
  const { id, count } = await api.request({ ...request, ...agreed })
  await ask('ui-bg-generation-started', { id, count })
  await openInOverlay({ ...request, source }, onLeave)
}

/** Whether something has been there for so long. */
function useReadFor(ms: number, there: boolean): boolean {
  const [read, setRead] = useState(false)
  useEffect(() => {
    if (!there) return setRead(false)
    const timer = setTimeout(() => setRead(true), ms)
    return () => clearTimeout(timer)
  }, [ms, there])
  return read
}
