import { errorSentence } from '../ui/error-sentence'
import { Note } from '../ui/note'
import type { DeedState } from '../ui/use-deed'

/** Why what was pressed did not happen, and what to do. */
export function DeedFailure({ state }: { state: DeedState }) {
  if (state.at !== 'failed') return null
  const { what, next } = errorSentence(state.code, state.details)
  return <Note look={state.code === 'OFFLINE' ? 'offline' : 'warn'} title={what} text={next} />
}
