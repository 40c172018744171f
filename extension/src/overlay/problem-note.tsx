import type { ReactNode } from 'react'
import type { Problem } from '../failures'
import { SuggestionChip } from '../ui/chip'
import { errorSentence } from '../ui/error-sentence'
import { Note } from '../ui/note'

/** Why the last thing asked did not happen, what to do, and words to try where the prompt was not understood. */
export function ProblemNote({
  problem,
  onSuggestion,
  action,
  id,
}: {
  problem: Problem
  onSuggestion?: (word: string, unknownWords: string[]) => void
  action?: ReactNode
  id?: string
}) {
  const { what, next } = errorSentence(problem.code, problem.details)
  const { suggestions = [], words = [] } = problem.details
  const chips =
    onSuggestion &&
    suggestions.map((word) => (
      <SuggestionChip key={word} onClick={() => onSuggestion(word, words)}>
        {word}
      </SuggestionChip>
    ))
  const look = problem.code === 'OFFLINE' ? 'offline' : 'warn'
  return <Note look={look} id={id} title={what} text={next} actions={chips?.length ? chips : action} />
}
