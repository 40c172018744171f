import type { Generation } from 'shared'
import { type Heard, type Progress, progressOf, type Running } from '../running'
import { local } from '../storage'
import { hearLive } from './hear-live'
import { look } from './look'
import { keepNews } from './server'
import { hasEnded, settle } from './settle'
import { addUnderWay, keepProgress } from './under-way'

/** The first look comes soon, since most images are quick; where nothing changes the looks grow rarer. */
const firstPollMs = 300
const longestPollMs = 2_000
const rarerBy = 1.5
/** Wakes a worker that died while something was under way; the browser's shortest period. */
export const resumeAlarm = 'generations'
const resumeEveryMinutes = 0.5

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
  // What a look has settled, and the stream told a moment before, is not under way again.
  if (!known) return finished || hasEnded(progress.id) ? undefined : followAlso(progress, false)
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
    const looks = await Promise.all(running.map(look))
    // The alarm tries again; polling a server that is away helps nobody.
    if (looks.every((seen) => seen === 'unknown')) return
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
