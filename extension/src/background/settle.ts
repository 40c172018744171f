import type { Progress } from '../running'
import { tellFinished } from './notify-finished'
import { api } from './server'
import { dropUnderWay, noteEnd } from './under-way'

/** What this worker is settling: a look and the stream may find the same end in one moment, which is told once. */
const settling = new Map<string, Promise<void>>()
/** What this worker has settled. Another one forgets it, and at worst shows for the moment of a look that it is under way. */
const ended = new Set<string>()

export function hasEnded(id: string): boolean {
  return ended.has(id)
}

/** A generation has ended. Throws where the balance it leaves cannot be had: then it stays, and the next look settles it. */
export function settle(last: Progress, isBalanceKnown: boolean): Promise<void> {
  const begun = settling.get(last.id) ?? settleOnce(last, isBalanceKnown).finally(() => settling.delete(last.id))
  settling.set(last.id, begun)
  return begun
}

async function settleOnce(last: Progress, isBalanceKnown: boolean): Promise<void> {
  // The balance first: the badge goes from "3/4" to what is left, never by way of what there was before.
  if (!isBalanceKnown) await api.balance()
  const known = await noteEnd(last)
  // Told before it goes: a worker that dies in between tells it once more rather than never.
  if (known?.here) await tellFinished(last)
  ended.add(last.id)
  await dropUnderWay(last.id)
}
