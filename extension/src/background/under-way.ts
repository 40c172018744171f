import type { Progress, Running } from '../running'
import { local } from '../storage'

/*
 *  One entry for each generation that badge, menus and pill speak of:
 *
 *    added ──▶ images delivered ──▶ ended ──▶ told, where it was asked for in this browser ──▶ dropped
 */

async function change(id: string, change: (one: Running) => Running): Promise<Running | undefined> {
  const all = await local.running.update((before) => before.map((one) => (one.id === id ? change(one) : one)))
  return all.find((one) => one.id === id)
}

/** @param here it was asked for in this browser */
export async function addUnderWay(one: Progress, here: boolean): Promise<void> {
  await local.running.update((all) =>
    all.some(({ id }) => id === one.id)
      ? all.map((other) => (other.id === one.id ? { ...other, here: other.here || here } : other))
      : [...all, { ...one, here, unreadSince: null, ended: false }],
  )
}

/** @param unreadSince since when the server's answers are not understood; null where they are */
export async function markUnread(id: string, unreadSince: number | null): Promise<void> {
  await change(id, (one) => ({ ...one, unreadSince }))
}

/** A look and the stream can overtake each other: what was delivered stays delivered. */
export async function keepProgress({ id, delivered }: Progress): Promise<void> {
  await change(id, (one) => ({ ...one, delivered: Math.max(one.delivered, delivered), unreadSince: null }))
}

/** It is under way no more, and stays in the list until that is told. Answers what is known of it; undefined where nothing is. */
export function noteEnd({ id, delivered }: Progress): Promise<Running | undefined> {
  return change(id, (one) => ({ ...one, delivered, ended: true }))
}

export async function dropUnderWay(id: string): Promise<void> {
  await local.running.update((all) => all.filter((one) => one.id !== id))
}
