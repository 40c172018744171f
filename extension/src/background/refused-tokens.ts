import type { RefusedToken } from '../kept'
import { local } from '../storage'

/*
 * A refused token may still be the only key to credits that were paid for: the server may run on another data folder
 * today, and on the old one tomorrow. So it is put aside, and tried again before a new guest is made: when the server
 * refuses another token (it may be the old one again), else once an hour.
 */
const tryAgainAfterMs = 60 * 60 * 1000
/** How many are tried for one sign-in, newest first; the others have their turn at the next one. */
const triedAtOnce = 5

/** Puts a refused token aside; where it was in use, those put aside before it may be tried at once. */
export async function keepRefused(token: string, now = Date.now()): Promise<void> {
  const inUse = Object.entries(await local.tokens.get()).find(([, kept]) => kept === token)?.[0]
  const tryAgainAt = now + tryAgainAfterMs
  await local.refusedTokens.update((all) => {
    if (inUse === undefined) return all.map((one) => (one.token === token ? { ...one, refusedAt: now, tryAgainAt } : one))
    const others = all.filter((one) => one.token !== token)
    const mayTry = others.map((one) => (one.serverUrl === inUse ? { ...one, tryAgainAt: 0 } : one))
    return [...mayTry, { serverUrl: inUse, token, refusedAt: now, tryAgainAt }]
  })
  // Only now: a worker that dies in between has it twice rather than not at all.
  await local.tokens.update((all) => Object.fromEntries(Object.entries(all).filter(([, kept]) => kept !== token)))
}

/** The tokens for this server that may be tried again now, the last refused first. */
export async function dueTokens(serverUrl: string, now = Date.now()): Promise<string[]> {
  const due = (one: RefusedToken) => one.serverUrl === serverUrl && one.tryAgainAt <= now
  const all = (await local.refusedTokens.get()).filter(due).sort((a, b) => b.refusedAt - a.refusedAt)
  return all.slice(0, triedAtOnce).map(({ token }) => token)
}

/** The server takes it again. */
export async function restoreToken(serverUrl: string, token: string): Promise<void> {
  await local.tokens.update((all) => ({ ...all, [serverUrl]: token }))
  await local.refusedTokens.update((all) => all.filter((one) => one.token !== token))
}
