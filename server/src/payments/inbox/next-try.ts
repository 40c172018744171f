/** Pauses before an event is tried again, in ms; then the last one again and again. */
const pausesMs = [1000, 5000, 30_000, 120_000, 600_000, 3_600_000]
/** How long it is tried by itself, in ms. After that somebody has to look. */
const patienceMs = 3 * 86_400_000

/** When an event that failed is tried again; null once it has failed for three days. */
export function nextTry({ attempts, receivedAt }: { attempts: number; receivedAt: Date }, now: Date): Date | null {
  if (now.getTime() - receivedAt.getTime() >= patienceMs) return null
  const pause = pausesMs[Math.min(attempts, pausesMs.length) - 1] ?? pausesMs[0] ?? 0
  return new Date(now.getTime() + pause)
}
