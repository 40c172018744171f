import { codeOf, type FailureCode } from '../failures'
import { progressOf, type Running } from '../running'
import { api } from './server'
import { settle } from './settle'
import { dropUnderWay, keepProgress, markUnread } from './under-way'

/** After these the server has not said anything of the generation. */
const away: FailureCode[] = ['OFFLINE', 'BUSY', 'UNAUTHORIZED', 'TIMED_OUT']
/** What the server cannot tell for so long is not shown as under way any more; what became of it stands in the gallery. */
const unreadForMs = 10 * 60_000

/** Asks once for one generation. `unknown`: the server could not say. */
export async function look(one: Running): Promise<'changed' | 'same' | 'unknown'> {
  try {
    if (one.ended) {
      await settle(one, true)
      return 'changed'
    }
    const generation = await api.generation(one.id)
    const progress = progressOf(generation)
    if (generation.finished) await settle(progress, false)
    else if (progress.delivered > one.delivered) {
      await api.balance()
      await keepProgress(progress)
    } else if (one.unreadSince === null) return 'same'
    else await markUnread(one.id, null)
    return 'changed'
  } catch (error) {
    const code = codeOf(error)
    // A generation of another account or server, or of an account that is deleted, is nothing to wait for.
    if (code === 'NOT_FOUND' || code === 'NO_ACCOUNT') {
      await dropUnderWay(one.id)
      return 'changed'
    }
    console.info('Toile: generation not asked', error)
    return !away.includes(code) && (await isLetGo(one)) ? 'changed' : 'unknown'
  }
}

/** The server answers, and not with what is understood here: a newer one, or one with a fault. It is given some time. */
async function isLetGo({ id, unreadSince }: Running, now = Date.now()): Promise<boolean> {
  const late = unreadSince !== null && now - unreadSince >= unreadForMs
  if (late) await dropUnderWay(id)
  // The clock may have been set back since.
  else if (unreadSince === null || unreadSince > now) await markUnread(id, now)
  return late
}
