import type { Books, Why } from '../books.ts'
import type { Because } from '../commands.ts'
import { overCap } from './cycle.ts'
import { successor } from './successor.ts'

/** How long credits that come back after their lot's end, by our fault, are good for: 7 days, in ms. */
export const graceMs = 7 * 86_400_000

/**
 * Credits of one lot come back. What an undone payment claims is taken; the rest is available again. After the lot's end
 * it moves to a grace lot when the fault was ours, and lapses when the designer cancelled, when it was metered (what is not
 * spent is not billed) or when it was in grace already: grace does not renew grace. Metered credits over a cap that was
 * lowered meanwhile lapse at any time.
 */
export function giveBack(books: Books, lotId: string, credits: number, from: 'held' | 'spent', because: Because, why: Why): void {
  const before = books.lot(lotId)
  const taken = from === 'held' ? Math.min(credits, before.claimed) : 0
  books.move(lotId, from, 'clawedBack', taken, why)
  if (taken > 0) books.mark(lotId, { claimed: before.claimed - taken })

  const back = credits - taken
  const late = before.expiresAt <= books.now
  if (!late) {
    const over = before.cap === null ? 0 : overCap(books, before.reference, before.cap)
    const lapsing = Math.min(back, Math.max(0, over))
    books.move(lotId, from, 'expired', lapsing, why)
    books.move(lotId, from, 'available', back - lapsing, why)
  } else if (because === 'cancelled' || before.kind === 'metered' || before.source === 'grace')
    books.move(lotId, from, 'expired', back, why)
  else if (back > 0) successor(books, lotId, from, back, { source: 'grace', expiresAt: books.now + graceMs }, why)
}
