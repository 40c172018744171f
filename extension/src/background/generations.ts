import type { Generation } from 'shared'
import { codeOf, type FailureCode } from '../failures'
import { type Heard, type Progress, progressOf, type Running } from '../running'
import { local } from '../storage'
import { hearLive } from './hear-live'
import { api, keepNews } from './server'
import { settle } from './settle'
import { addUnderWay, dropUnderWay, keepProgress, markUnread } from './under-way'

/** The first look comes soon, since most images are quick; where nothing changes the looks grow rarer. */
const firstPollMs = 300
const longestPollMs = 2_000
const rarerBy = 1.5
/** Wakes a worker that died while something was under way; the browser's shortest period. */
export const resumeAlarm = 'generations'
const resumeEveryMinutes = 0.5

/** After these the server has not said anything of the generation. */
const away: FailureCode[] = ['OFFLINE', 'BUSY', 'UNAUTHORIZED', 'TIMED_OUT']
/** What the server cannot tell for so long is not shown as under way any more; what became of it stands in the gallery. */
const unreadForMs = 10 * 60_000

let following = false
/** Something was added while the loop ran, which may have been about to end. */
let added = false

/** A page here asked for images: they are followed from now on, whatever becomes of page, worker and browser. */
export async function startFollowing({ id, count }: Pick<Running, 'id' | 'count'>): Promise<void> {
  await followAlso({ id, count, delivered: 0 }, true)
}

async function followAlso(one: Progress, here: boolean): Promise<void> {
  await addUnderWay(one, here)
  follow()
}

/** Takes up what the server says is under way, whoever asked for it; `intents` are those that left from here. */
export async function followUnfinished(generations: Generation[], intents: string[]): Promise<void> {
  for (const generation of generations) {
    const here = intents.includes(generation.intentId)
    // What left from here and is finished by now is told all the same.
    if (!generation.finished || here) await followAlso(progressOf(generation), here)
  }
}

/** The live stream is quicker than any look. News of a server that was left are dropped. */
export async function hearOfGeneration({ serverUrl, progress, finished, balance }: Heard): Promise<void> {
  if (serverUrl !== (await local.settings.get()).serverUrl) return
  const known = (await local.running.get()).some(({ id }) => id === progress.id)
  if (!known) return finished ? undefined : followAlso(progress, false)
  if (!finished) return keepProgress(progress)
  try {
    if (balance !== null) await keepNews({ serverUrl, balance })
    await settle(progress, balance !== null)
  } catch (error) {
    console.info('Toile: a finished generation is left to the next look', error)
  }
}

/** Follows what storage says is under way. Safe to call at any time; one loop runs. */
export function follow(): void {
  added = following
  if (following) return
  following = true
  followUntilDone()
    .catch((error: unknown) => console.error('Toile: not followed', error))
    .finally(() => {
      following = false
      if (added) follow()
    })
}

async function followUntilDone(): Promise<void> {
  added = false
  const running = await local.running.get()
  if (running.length === 0) {
    await chrome.alarms.clear(resumeAlarm)
    return
  }
  const over = new AbortController()
  try {
    await chrome.alarms.create(resumeAlarm, { periodInMinutes: resumeEveryMinutes })
    hearLive(hearOfGeneration, over.signal).catch((error: unknown) => console.info('Toile: no live stream', error))
    await pollUntilDone(running)
  } finally {
    over.abort()
  }
}

/** The stream is quicker; these looks are what can be relied on. */
async function pollUntilDone(first: Running[]): Promise<void> {
  let running = first
  let waitMs = firstPollMs
  while (running.length > 0) {
    const looks = await Promise.all(running.map(poll))
    // The alarm tries again; polling a server that is away helps nobody.
    if (looks.every((look) => look === 'unknown')) return
    waitMs = looks.includes('changed') ? firstPollMs : Math.min(waitMs * rarerBy, longestPollMs)
    running = await local.running.get()
    if (running.length > 0) await pause(waitMs)
    // What was added while the loop waited found it running, and left itself to it.
    running = await local.running.get()
  }
  await chrome.alarms.clear(resumeAlarm)
}

/** Waits so long in ms, and no longer once nothing is under way: then the stream is let go for whoever needs it. */
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController()
    const end = (): void => {
      clearTimeout(timer)
      over.abort()
      resolve()
    }
    const timer = setTimeout(end, ms)
    local.running.watch((all) => {
      if (all.length === 0) end()
    }, over.signal)
  })
}

/** Asks once for one generation. `unknown`: the server could not say. */
async function poll(one: Running): Promise<'changed' | 'same' | 'unknown'> {
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
    // A generation of another account or server is nothing to wait for.
    if (code === 'NOT_FOUND') {
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
