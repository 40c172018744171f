import { isStillWanted } from '../engine.ts'

/**
 * The signal for what is done with a picture once a service was paid for it: it ends where nobody wants the picture any more, and
 * not where only the server ends, since without a ticket the next start would buy it again.
 */
export function paidFor(signal: AbortSignal): AbortSignal {
  const end = new AbortController()
  const hear = () => {
    if (!isStillWanted(signal.reason)) end.abort(signal.reason)
  }
  if (signal.aborted) hear()
  else signal.addEventListener('abort', hear, { once: true })
  return end.signal
}
