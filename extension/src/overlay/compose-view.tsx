import { useRef } from 'react'
import type { Problem } from '../failures'
import { Button } from '../ui/button'
import { t } from '../ui/i18n'
import { useFocusKept } from '../ui/use-focus-kept'
import { Blocked, BlockedFooter, shortfallOf } from './blocked'
import { Compose } from './compose'
import { ComposeFooter } from './compose-footer'
import type { Flow } from './flow'
import { ProblemNote } from './problem-note'
import type { Overlay } from './use-overlay'
import { usePackChoice } from './use-pack-choice'
import { withSuggestion } from './wish'

type Shown = Extract<Flow, { at: 'composing' | 'blocked' }>

/** The wish, and below it what it costs or why it cannot be paid. One view for both: who goes on typing keeps the field. */
export function ComposeView({ overlay, shown, onFile }: { overlay: Overlay; shown: Shown; onFile: (file: File) => void }) {
  const view = useRef<HTMLDivElement>(null)
  const promptField = useRef<HTMLTextAreaElement>(null)
  const choice = usePackChoice(shown.at === 'blocked', shown.at === 'blocked' ? shortfallOf(shown, overlay) : null)
  // The first thing to do here is to write; a repeat has no words, so its tab is where one starts.
  const first = () => promptField.current ?? view.current?.querySelector<HTMLElement>('[aria-selected=true]') ?? null
  useFocusKept(first, `${shown.at} ${shown.problem?.code} ${overlay.quote.at === 'failed'}`)
  return (
    <div className="overlay-view" ref={view}>
      <Compose overlay={overlay} promptField={promptField} onFile={onFile}>
        {shown.at === 'blocked' ? (
          <Blocked overlay={overlay} blocked={shown} choice={choice} />
        ) : (
          <Problems overlay={overlay} problem={shown.problem} />
        )}
      </Compose>
      {shown.at === 'blocked' ? (
        <BlockedFooter choice={choice} />
      ) : (
        <ComposeFooter overlay={overlay} onMissing={(what) => what === 'prompt' && promptField.current?.focus()} />
      )}
    </div>
  )
}

function Problems({ overlay, problem }: { overlay: Overlay; problem: Problem | null }) {
  const { state, quote, askPriceAgain, dispatch } = overlay
  if (quote.at === 'failed') {
    const again = (
      <Button size="small" onClick={askPriceAgain}>
        {t('try_again')}
      </Button>
    )
    return <ProblemNote problem={{ code: quote.code, details: {} }} action={again} />
  }
  const suggest = (word: string, unknown: string[]) =>
    dispatch({ type: 'wish', change: { prompt: withSuggestion(state.wish.prompt, unknown, word) } })
  return problem === null ? null : <ProblemNote problem={problem} onSuggestion={suggest} />
}
