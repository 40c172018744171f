import { CommanderError } from 'commander'
import { ConfigError } from '../platform/settings.ts'
import { OperatorError } from './desk.ts'

/** Why a command was not carried out, as a sentence and, for machines, a code. */
export interface Failure {
  code: string
  message: string
}

const unforeseen = 'The command failed for a reason that Toile did not foresee. With TOILE_LOG_LEVEL=debug it says more.'

/** What of an error an operator can use. What nobody foresaw is told to whoever asks for it, not to everybody. */
export function failureOf(error: unknown): Failure {
  if (error instanceof OperatorError) return { code: error.code, message: error.message }
  if (error instanceof ConfigError) return { code: 'BAD_SETTINGS', message: error.message }
  if (error instanceof CommanderError) return { code: 'BAD_REQUEST', message: error.message.replace(/^error: /, '') }
  return { code: 'INTERNAL', message: unforeseen }
}
