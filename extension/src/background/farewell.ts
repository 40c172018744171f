import { local, memory } from '../storage'

/*
 * Who has deleted their account is gone, until they begin anew themselves: pages that are still open, and pills, go on asking, and
 * none of that may make a new guest. By server:
 *
 *   nothing ── deleting is sent ──▶ asked ── done, or the token is refused from then on ──▶ gone
 *      ▲                              │ the server says no                                   │
 *      └──────────────────────────────┴──────────── the designer begins anew ────────────────┘
 */

/** Noted before it is sent: whoever dies over the answer leaves no page that signs in again. */
export async function noteFarewell(serverUrl: string): Promise<void> {
  await local.farewells.update((all) => ({ ...all, [serverUrl]: 'asked' }))
}

/** The account stays, or the designer uses Toile again: what needs a session may sign in. */
export async function takeBackFarewell(serverUrl: string): Promise<void> {
  if (!(serverUrl in (await local.farewells.get()))) return
  await local.farewells.update((all) => without(all, serverUrl))
}

/** The designer does something that is about new images: at the server of the settings they are somebody from now on. */
export async function beginAnew(): Promise<void> {
  await takeBackFarewell((await local.settings.get()).serverUrl)
}

/** Whether the account at that server is gone. One that was asked to be deleted, and is not known any more, is. */
export async function isGone(serverUrl: string): Promise<boolean> {
  const farewell = (await local.farewells.get())[serverUrl]
  if (farewell === 'asked') await forgetAccount(serverUrl)
  return farewell !== undefined
}

/** Whether nothing of the account at that server is here any more: news that were on their way then are nobody's. */
export async function isForgotten(serverUrl: string): Promise<boolean> {
  return (await local.farewells.get())[serverUrl] === 'gone'
}

/** Nothing of the account stays here: token, figures and what was open. */
export async function forgetAccount(serverUrl: string): Promise<void> {
  await local.farewells.update((all) => ({ ...all, [serverUrl]: 'gone' }))
  await local.tokens.update((all) => without(all, serverUrl))
  await Promise.all([
    local.balance.set(null),
    local.walletSettings.set(null),
    local.currentProjects.update((all) => without(all, serverUrl)),
    local.running.set([]),
    local.gallery.set(null),
    local.toldAlerts.set([]),
    local.toldPayments.set({}),
    local.boughtAt.update((all) => without(all, serverUrl)),
    memory.overlaySessions.set({}),
  ])
}

function without<T>(all: Record<string, T>, serverUrl: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([url]) => url !== serverUrl))
}
