import type { ReactNode } from 'react'
import type { FailureCode } from '../failures'
import { errorSentence } from './error-sentence'
import { Note } from './note'

/** What went wrong and what to do, as a note. */
export function FailureNote({ code, actions }: { code: FailureCode; actions?: ReactNode }) {
  const { what, next } = errorSentence(code)
  return <Note look={code === 'OFFLINE' ? 'offline' : 'warn'} title={what} text={next} actions={actions} />
}
