/**
 * What a work gives, or the signal's reason where it has not ended `deafMs` after the signal: work that hears nothing must not
 * keep its place, its lease and the server's end for ever.
 */
export async function endedSoon<T>(work: Promise<T>, signal: AbortSignal, deafMs: number): Promise<T> {
  const deaf = Promise.withResolvers<never>()
  let late: NodeJS.Timeout | null = null
  const wait = () => {
    late = setTimeout(() => deaf.reject(signal.reason), deafMs)
  }
  if (signal.aborted) wait()
  else signal.addEventListener('abort', wait, { once: true })
  try {
    return await Promise.race([work, deaf.promise])
  } finally {
    signal.removeEventListener('abort', wait)
    if (late !== null) clearTimeout(late)
  }
}
