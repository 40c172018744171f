import type { ErrorCode, ErrorDetails } from 'shared'

/** The one error that features throw on purpose. Anything else is a fault of ours and reaches the user as `INTERNAL`. */
export class ToileError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options)
    this.name = 'ToileError'
    this.code = code
    this.details = details
  }
}
