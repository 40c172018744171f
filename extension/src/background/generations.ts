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
  await memory.running.update((all) => (all.some((one) => one.id === id) ? all : [...all, { id, count, delivered: 0 }]))
  follow()
}

/** Looks for images under way that nobody told of: asked for by a page that died, or before the browser was restarted. */
export async function findUnfinished(): Promise<void> {
  try {
    const { generations } = await api.generations({ limit: 10 })
    for (const generation of generations) if (!generation.finished) await startFollowing(generation)
  } catch (error) {
    // The server is away; the next alarm looks again.
    console.info('Toile: not looked for', error)
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
  let running = await memory.running.get()
  if (running.length === 0) return
  await chrome.alarms.create(resumeAlarm, { periodInMinutes: resumeEveryMinutes })
  while (running.length > 0) {
    const reached = (await Promise.all(running.map(poll))).every(Boolean)
    // The alarm tries again; polling a server that is away every second helps nobody.
    if (!reached) return
    running = await memory.running.get()
    if (running.length > 0) await new Promise((resolve) => setTimeout(resolve, pollEveryMs))
  }
  await chrome.alarms.clear(resumeAlarm)
}

/** Asks once for one generation. Answers false where the server could not say. */
async function poll(one: Running): Promise<boolean> {
  try {
    const generation = await api.generation(one.id)
    const now = runningOf(generation)
    // The balance first: otherwise the badge would show the old one for a moment when the images are done.
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
