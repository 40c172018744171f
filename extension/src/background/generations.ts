import type { Generation } from 'shared'
import { codeOf } from '../failures'
import { memory, type Running } from '../storage'
import { api } from './server'

const pollEveryMs = 1_000
/** Wakes a worker that died while something was under way; the browser's shortest period. */
export const resumeAlarm = 'generations'
const resumeEveryMinutes = 0.5

let following = false

/** A page asked for images: they are followed from now on, whatever becomes of page and worker. */
export async function startFollowing({ id, count }: Pick<Running, 'id' | 'count'>): Promise<void> {
  await followAlso({ id, count, delivered: 0 })
}

async function followAlso(one: Running): Promise<void> {
  await memory.running.update((all) => (all.some(({ id }) => id === one.id) ? all : [...all, one]))
  follow()
}

/** Takes up what the server says is under way, whoever asked for it. */
export async function followUnfinished(generations: Generation[]): Promise<void> {
  for (const generation of generations) if (!generation.finished) await followAlso(runningOf(generation))
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
  let running = await memory.running.get()
  if (running.length > 0) await chrome.alarms.create(resumeAlarm, { periodInMinutes: resumeEveryMinutes })
  while (running.length > 0) {
    const reached = (await Promise.all(running.map(poll))).every(Boolean)
    // The alarm tries again; polling a server that is away every second helps nobody.
    if (!reached) return
    running = await memory.running.get()
    if (running.length > 0) await new Promise((resolve) => setTimeout(resolve, pollEveryMs))
    // What was added while the loop waited found it running, and left itself to it.
    running = await memory.running.get()
  }
  await chrome.alarms.clear(resumeAlarm)
}

/** Asks once for one generation. Answers false where the server could not say. */
async function poll(one: Running): Promise<boolean> {
  try {
    const generation = await api.generation(one.id)
    const now = runningOf(generation)
    // The balance first: the badge goes from "3/4" to what is left, never by way of what there was before.
    if (generation.finished || now.delivered !== one.delivered) await api.balance()
    await memory.running.update((all) =>
      all.flatMap((other) => (other.id === one.id ? (generation.finished ? [] : [now]) : [other])),
    )
    return true
  } catch (error) {
    // A generation of another account or server is nothing to wait for.
    if (codeOf(error) === 'NOT_FOUND') await memory.running.update((all) => all.filter((other) => other.id !== one.id))
    else console.info('Toile: generation not asked', error)
    return codeOf(error) === 'NOT_FOUND'
  }
}

function runningOf({ id, count, items }: Generation): Running {
  return { id, count, delivered: items.filter((item) => item.state === 'delivered').length }
}
