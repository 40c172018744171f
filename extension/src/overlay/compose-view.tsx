import { useEffect, useRef } from 'react'
import type { FreeChange, Image } from 'shared'
import type { Problem } from '../failures'
import { t } from '../ui/i18n'
import { TryAgain } from '../ui/try-again'
import { useFocusKept } from '../ui/use-focus-kept'
import { Blocked, BuyFooter, shortfallOf } from './blocked'
import { Compose } from './compose'
import { ComposeFooter } from './compose-footer'
import { DebtCard } from './debt-card'
import type { Flow } from './flow'
import { NearlyLast } from './nearly-last'
import { quoted } from './offer'
import { ProblemNote } from './problem-note'
import { neededBeside, standingRefusal } from './refusal'
import { RefusalNote } from './refusal-note'
import type { Overlay } from './use-overlay'
import { usePackChoice } from './use-pack-choice'
import { withSuggestion } from './wish'

type Shown = Extract<Flow, { at: 'composing' | 'blocked' }>

/** The wish, and below it what it costs or why it cannot be paid. One view for both: who goes on typing keeps the field. */
export function ComposeView({
  overlay,
  shown,
  onFile,
  onAdjust,
}: {
  overlay: Overlay
  shown: Shown
  onFile: (file: File) => void
  /** Goes on with an image of before, for nothing. */
  onAdjust: (image: Image, change: FreeChange) => void
}) {
  const view = useRef<HTMLDivElement>(null)
  const promptField = useRef<HTMLTextAreaElement>(null)
  const refusal = standingRefusal(overlay.quote)
  const debt = refusal?.code === 'IN_DEBT' ? refusal.details : null
  const choice = usePackChoice(debt !== null || shown.at === 'blocked', neededCredits(overlay, shown), overlay.spending)
  // The first thing to do here is to write; a repeat has no words, so its tab is where one starts.
  const first = () => promptField.current ?? view.current?.querySelector<HTMLElement>('[aria-selected=true]') ?? null
  useFocusKept(first, `${shown.at} ${shown.problem?.code} ${overlay.quote.at === 'failed'} ${refusal?.code}`)
  return (
    <div className="overlay-view" ref={view}>
      <Compose
        overlay={overlay}
        promptField={promptField}
        onFile={onFile}
        aboutPrice={shown.at === 'composing' && debt === null && <RefusalNote overlay={overlay} />}
      >
        <NearlyLast overlay={overlay} shown={shown} onAdjust={onAdjust} />
        {debt !== null ? (
          <DebtCard details={debt} payment={overlay.payment} choice={choice} />
        ) : shown.at === 'blocked' ? (
          <Blocked overlay={overlay} blocked={shown} choice={choice} />
        ) : (
          <Problems overlay={overlay} problem={shown.problem} />
        )}
      </Compose>
      {debt !== null || shown.at === 'blocked' ? (
        <BuyFooter choice={choice} hint={t(shown.at === 'blocked' ? 'hint_checkout_draft' : 'hint_checkout')} />
      ) : (
        <ComposeFooter overlay={overlay} onMissing={(what) => what === 'prompt' && promptField.current?.focus()} />
      )}
    </div>
  )
}

/** How many credits would help out of a block; null where that is not known. */
function neededCredits(overlay: Overlay, shown: Shown): number | null {
  const quote = quoted(overlay.quote)
  const debt = standingRefusal(overlay.quote)?.details.debt
  if (quote !== null && debt !== undefined) return neededBeside(debt, quote)
  return shown.at === 'blocked' ? shortfallOf(shown, overlay) : null
}

function Problems({ overlay, problem }: { overlay: Overlay; problem: Problem | null }) {
  const { state, quote, askPriceAgain, dispatch } = overlay
  if (quote.at === 'failed') {
    return <ProblemNote problem={{ code: quote.code, details: {} }} action={<TryAgain onClick={askPriceAgain} />} />
  }
  const suggest = (word: string, unknown: string[]) =>
    dispatch({ type: 'wish', change: { prompt: withSuggestion(state.wish.prompt, unknown, word) } })
  // What stands against the price is told beside the price.
  if (problem === null || problem.code === standingRefusal(quote)?.code) return null
  return <Refusal problem={problem} onSuggestion={suggest} />
}

/** What a click on the footer's button came to: it stands at the end of the wish, where a low panel may not reach. */
function Refusal(props: { problem: Problem; onSuggestion: (word: string, unknown: string[]) => void }) {
  const place = useRef<HTMLDivElement>(null)
  const { problem } = props
  useEffect(() => {
    // Each answer is a new problem, also where it is the same one again.
    if (problem) place.current?.scrollIntoView({ block: 'nearest' })
  }, [problem])
  return (
    <div ref={place}>
      <ProblemNote {...props} />
    </div>
  )
}
