import { acquire } from '../acquire/acquire'
import { NotTaken } from '../acquire/not-taken'
import type { Picked } from '../acquire/picked'
import { ApiError, problemOf } from '../failures'
import type { Source } from '../overlay-session'
import { memory } from '../storage'
import { beginAgain, settleFetch } from './overlay-sessions'
import { api } from './server'

/*
 *  Opened: the session is `acquiring` and `fetching` says what and since when.
 *   ├─ fetched, or refused ─▶ `ready` or `failed`, by this worker
 *   ├─ the designer brings another picture ─▶ that one counts
 *   └─ the worker dies ─▶ the next worker (an alarm wakes it) fetches again; after a minute and a half it is `failed`
 */

/** Wakes a worker that died over a picture; the browser's shortest period. */
export const fetchAlarm = 'fetch-source'
const alarmEveryMinutes = 0.5
/** Longest that a picture may take, however many workers set out for it: page, worker and upload each have their limit below. */
const withinMs = 90_000
/** A worker that waits for one answer only is put to sleep after 30 seconds, unless it calls the browser meanwhile. */
const stayAwakeEveryMs = 20_000

/** What this worker is fetching itself: whatever else storage says is being fetched was left behind by one that died. */
const underWay = new Set<string>()

/** Fetches the picture of a session, begun at `since`, and writes what became of it. */
export async function fetchSource(sessionId: string, picked: Picked | null, since: number): Promise<void> {
  if (underWay.has(sessionId)) return
  underWay.add(sessionId)
  const awake = setInterval(() => void chrome.runtime.getPlatformInfo(), stayAwakeEveryMs)
  try {
    await chrome.alarms.create(fetchAlarm, { periodInMinutes: alarmEveryMinutes })
    await settleFetch(sessionId, await sourceOf(picked, Math.min(withinMs, since + withinMs - Date.now())))
  } finally {
    clearInterval(awake)
    underWay.delete(sessionId)
    if (underWay.size === 0) await chrome.alarms.clear(fetchAlarm)
  }
}

/** Goes on with every picture that a worker before this one left half-way. Safe to call at any time. */
export async function resumeFetches(): Promise<void> {
  const sessions = Object.values(await memory.overlaySessions.get())
  const left = sessions.flatMap(({ id, fetching }) => (fetching && !underWay.has(id) ? [{ id, fetching }] : []))
  if (left.length === 0 && underWay.size === 0) await chrome.alarms.clear(fetchAlarm)
  await Promise.all(left.map(({ id, fetching }) => fetchSource(id, fetching.picked, fetching.since)))
}

async function sourceOf(picked: Picked | null, leftMs: number): Promise<Source> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new ApiError('TIMED_OUT')), Math.max(0, leftMs))
  })
  try {
    // Left behind by a worker that could not keep what it was after.
    if (picked === null) throw new ApiError('INTERNAL')
    if (leftMs <= 0) throw new ApiError('TIMED_OUT')
    return await Promise.race([acquire(picked, api.upload), late])
  } catch (error) {
    console.info('Toile: no picture', error)
    const origin = error instanceof NotTaken ? error.origin : null
    return { state: 'failed', ...problemOf(error), ...(origin && picked ? { allow: { origin, picked } } : {}) }
  } finally {
    clearTimeout(timer)
  }
}

/** Sets out once more for a picture that could not be had, now that the designer has allowed what was missing. */
export async function fetchAgain(sessionId: string): Promise<void> {
  const again = await beginAgain(sessionId)
  if (again !== null) await fetchSource(sessionId, again.picked, again.since)
}
