import type { Generation } from 'shared'
import { codeOf, type FailureCode } from '../failures'
import { type Progress, progressOf } from '../running'
import { local, type Running } from '../storage'
import { tellFinished } from './notify-finished'
import { api } from './server'

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
  await local.running.update((all) =>
    all.some(({ id }) => id === one.id)
      ? all.map((other) => (other.id === one.id ? { ...other, here: other.here || here } : other))
      : [...all, { ...one, here, unreadSince: null }],
  )
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

/** The live stream is quicker than any look; pages pass on what it tells. News of a server that was left are dropped. */
export async function hearOfGeneration(seen: { serverUrl: string; progress: Progress; finished: boolean }): Promise<void> {
  if (seen.serverUrl !== (await local.settings.get()).serverUrl) return
  const { progress, finished } = seen
  const known = (await local.running.get()).some(({ id }) => id === progress.id)
  if (!known) return finished ? undefined : followAlso(progress, false)
  if (!finished) return keep(progress)
  try {
    await settle(progress)
  } catch (error) {
    console.info('Toile: a finished generation is left to the next look', error)
  }
}

/** Follows what storage says is under way. Safe to call at any time; one loop runs. */
export function follow(): void {
  added = following
  if (following) return
  following = true
  pollUntilDone()
    .catch((error: unknown) => console.error('Toile: not followed', error))
    .finally(() => {
      following = false
      if (added) follow()
    })
}

async function pollUntilDone(): Promise<void> {
  added = false
  let running = await local.running.get()
  if (running.length > 0) await chrome.alarms.create(resumeAlarm, { periodInMinutes: resumeEveryMinutes })
  let waitMs = firstPollMs
  while (running.length > 0) {
    const looks = await Promise.all(running.map(poll))
    // The alarm tries again; polling a server that is away helps nobody.
    if (looks.every((look) => look === 'unknown')) return
    waitMs = looks.includes('changed') ? firstPollMs : Math.min(waitMs * rarerBy, longestPollMs)
    running = await local.running.get()
    if (running.length > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
    // What was added while the loop waited found it running, and left itself to it.
    running = await local.running.get()
  }
  await chrome.alarms.clear(resumeAlarm)
}

/** Asks once for one generation. `unknown`: the server could not say. */
async function poll(one: Running): Promise<'changed' | 'same' | 'unknown'> {
  try {
    const generation = await api.generation(one.id)
    const progress = progressOf(generation)
    if (generation.finished) await settle(progress)
    else if (progress.delivered > one.delivered) {
      await api.balance()
      await keep(progress)
    } else if (one.unreadSince === null) return 'same'
    else await mark(one.id, null)
    return 'changed'
  } catch (error) {
    const code = codeOf(error)
    // A generation of another account or server is nothing to wait for.
    if (code === 'NOT_FOUND') {
      await drop(one.id)
      return 'changed'
    }
    console.info('Toile: generation not asked', error)
    return !away.includes(code) && (await isLetGo(one)) ? 'changed' : 'unknown'
  }
}

/** The server answers, and not with what is understood here: a newer one, or one with a fault. It is given some time. */
async function isLetGo({ id, unreadSince }: Running, now = Date.now()): Promise<boolean> {
  const late = unreadSince !== null && now - unreadSince >= unreadForMs
  if (late) await drop(id)
  // The clock may have been set back since.
  else if (unreadSince === null || unreadSince > now) await mark(id, now)
  return late
}

async function mark(id: string, unreadSince: number | null): Promise<void> {
  await local.running.update((all) => all.map((one) => (one.id === id ? { ...one, unreadSince } : one)))
}

/** A look and the stream can overtake each other: what was delivered stays delivered. */
async function keep({ id, delivered }: Progress): Promise<void> {
  await local.running.update((all) =>
    all.map((one) => (one.id === id ? { ...one, delivered: Math.max(one.delivered, delivered), unreadSince: null } : one)),
  )
}

/** A generation has ended. Throws where the balance cannot be had: then it stays, and the next look settles it. */
async function settle(ended: Progress): Promise<void> {
  // The balance first: the badge goes from "3/4" to what is left, never by way of what there was before.
  await api.balance()
  const known = (await local.running.get()).find(({ id }) => id === ended.id)
  // Told before it goes: a worker that dies in between tells it once more rather than never.
  if (known?.here) await tellFinished(ended)
  await drop(ended.id)
}

async function drop(id: string): Promise<void> {
  await local.running.update((all) => all.filter((one) => one.id !== id))
}
