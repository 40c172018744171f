import { ApiError } from '../failures'

/** No picture, and what the designer can allow to have it after all: a pattern of the browser's permissions, or null. */
export class NotTaken extends ApiError {
  readonly origin: string | null

  constructor({ code, details }: ApiError, origin: string | null) {
    super(code, details)
    this.origin = origin
  }
}
