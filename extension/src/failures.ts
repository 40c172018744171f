import { type ErrorDetails, errorCode } from 'shared'
import * as z from 'zod'

/**
 * Every way in which a request of the extension can end badly: the server's codes and four of its own.
 * `OFFLINE`: the server did not answer. `OUT_OF_REACH`: the browser lets no extension read or photograph the picture.
 * `STORAGE_FULL`: the browser keeps nothing more for the extension. `NO_ACCOUNT`: the designer deleted theirs, and has not begun anew.
 */
export const failureCode = z.enum([...errorCode.options, 'OFFLINE', 'OUT_OF_REACH', 'STORAGE_FULL', 'NO_ACCOUNT'])
export type FailureCode = z.infer<typeof failureCode>

/** What every function of `api.ts` and `messages.ts` throws. The screen has a sentence for each code. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly code: FailureCode
  readonly details: ErrorDetails
  /** The answer's HTTP status, where there was one: for the console, where `INTERNAL` stands for a code of a newer server. */
  readonly status: number | null

  constructor(code: FailureCode, details: ErrorDetails = {}, status: number | null = null) {
    super(status === null ? code : `${code} (${status})`)
    this.code = code
    this.details = details
    this.status = status
  }
}

/** The code of whatever was thrown; what is not an `ApiError` is a fault of our own. */
export function codeOf(error: unknown): FailureCode {
  return error instanceof ApiError ? error.code : 'INTERNAL'
}

/** Why something did not happen, as the screen tells it. */
export interface Problem {
  code: FailureCode
  details: ErrorDetails
}

/** What was thrown, with all that a sentence about it needs. */
export function problemOf(error: unknown): Problem {
  return { code: codeOf(error), details: error instanceof ApiError ? error.details : {} }
}
