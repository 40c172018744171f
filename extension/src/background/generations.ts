import type { Generation } from 'shared'
import { codeOf } from '../failures'
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

let following = false

/** A page here asked for images: they are followed from now on, whatever becomes of page, worker and browser. */
export async function startFollowing({ id, count }: Pick<Running, 'id' | 'count'>): Promise<void> {
  await followAlso({ id, count, delivered: 0, here: true })
}

async function followAlso(one: Running): Promise<void> {
  await local.running.update((all) =>
    all.some(({ id }) => id === one.id)
      ? all.map((other) => (other.id === one.id ? { ...other, here: other.here || one.here } : other))
      : [...all, one],
  )
  follow()
}

/** Takes up what the server says is under way, whoever asked for it; `intents` are those that left from here. */
export async function followUnfinished(generations: Generation[], intents: string[]): Promise<void> {
  for (const generation of generations) {
    const here = intents.includes(generation.intentId)
    // What left from here and is finished by now is told all the same.
    if (!generation.finished || here) await followAlso({ ...progressOf(generation), here })
  }
}

/** The live stream is quicker than any look; pages pass on what it tells. News of a server that was left are dropped. */
export async function hearOfGeneration(seen: { serverUrl: string; progress: Progress; finished: boolean }): Promise<void> {
  if (seen.serverUrl !== (await local.settings.get()).serverUrl) return
  const { progress, finished } = seen
  const known = (await local.running.get()).some(({ id }) => id === progress.id)
  if (!known) return finished ? undefined : followAlso({ ...progress, here: false })
  if (!finished) return keep(progress)
  try {
    await settle(progress)
  } catch (error) {
    console.info('Toile: a finished generation is left to the next look', error)
  }
}

/** Follows what storage says is under way. Safe to call at any time; one loop runs. */
export function follow(): void {
  if (following) return
  following = true
  pollUntilDone()
    .catch((error: unknown) => console.error('Toile: not followed', error))
    .finally(() => {
      following = false
    })
}

async function pollUntilDone(): Promise<void> {
  let running = await local.running.get()
  if (running.length > 0) await chrome.alarms.create(resumeAlarm, { periodInMinutes: resumeEveryMinutes })
  let waitMs = firstPollMs
  while (running.length > 0) {
    const looks = await Promise.all(running.map(poll))
    // The alarm tries again; polling a server that is away helps nobody.
    if (looks.includes('away')) return
    waitMs = looks.includes('changed') ? firstPollMs : Math.min(waitMs * rarerBy, longestPollMs)
    running = await local.running.get()
    if (running.length > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
    // What was added while the loop waited found it running, and left itself to it.
    running = await local.running.get()
  }
  await chrome.alarms.clear(resumeAlarm)
}

/** Asks once for one generation. `away`: the server could not say. */
async function poll(one: Running): Promise<'changed' | 'same' | 'away'> {
  try {
    const generation = await api.generation(one.id)
    const progress = progressOf(generation)
    if (generation.finished) await settle(progress)
    else if (progress.delivered > one.delivered) {
      await api.balance()
      await keep(progress)
    } else return 'same'
    return 'changed'
  } catch (error) {
    // A generation of another account or server is nothing to wait for.
    if (codeOf(error) === 'NOT_FOUND') {
      await drop(one.id)
      return 'changed'
    }
    console.info('Toile: generation not asked', error)
    return 'away'
  }
}

/** A look and the stream can overtake each other: what was delivered stays delivered. */
async function keep({ id, delivered }: Progress): Promise<void> {
  await local.running.update((all) =>
    all.map((one) => (one.id === id ? { ...one, delivered: Math.max(one.delivered, delivered) } : one)),
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
