import { ApiError } from '../failures'
import type { Session } from '../kept'
import { local } from '../storage'
import { isGone } from './farewell'
import { dueTokens, keepRefused, restoreToken } from './refused-tokens'

/*
 *  known ◀── signed in as a guest ◀── none of the refused tokens works any more
 *    │                                        ▲
 *    └── the server refuses the token ──▶ it is put aside, and those put aside before are tried again
 */

const answerWithinMs = 15_000

let signingIn: { serverUrl: string; session: Promise<Session> } | null = null

/** Our session with the server of the settings, if we have been there before. */
export async function knownSession(): Promise<Session | null> {
  const { serverUrl } = await local.settings.get()
  return sessionWith(serverUrl)
}

async function sessionWith(serverUrl: string): Promise<Session | null> {
  const token = (await local.tokens.get())[serverUrl]
  return token === undefined ? null : { serverUrl, token }
}

/**
 * Our session with the server of the settings; the first need of one signs in as a guest. `NO_ACCOUNT` where the designer has
 * deleted theirs, and nothing has begun anew.
 */
export async function currentSession(): Promise<Session> {
  const { serverUrl } = await local.settings.get()
  const known = await sessionWith(serverUrl)
  if (known !== null) return known
  if (await isGone(serverUrl)) throw new ApiError('NO_ACCOUNT')
  return signInOnce(serverUrl)
}

/** The server refused `token`. Finds or makes another one, unless another caller already has. */
export async function renewSession(token: string): Promise<Session> {
  await keepRefused(token)
  return currentSession()
}

/** Callers of the same moment share one sign-in: each would make a guest of its own. */
function signInOnce(serverUrl: string): Promise<Session> {
  if (signingIn?.serverUrl === serverUrl) return signingIn.session
  const session = signIn(serverUrl).finally(() => {
    if (signingIn?.session === session) signingIn = null
  })
  signingIn = { serverUrl, session }
  return session
}

async function signIn(serverUrl: string): Promise<Session> {
  // Looked at again: a sign-in may have ended between the caller's look and this one's beginning.
  const token = (await sessionWith(serverUrl))?.token ?? (await workingAgain(serverUrl)) ?? (await newGuest(serverUrl))
  return { serverUrl, token }
}

/** A token that was refused once and is good again, as when the server runs on its old data folder: a wallet may hang on it. */
async function workingAgain(serverUrl: string): Promise<string | null> {
  for (const token of await dueTokens(serverUrl)) {
    const { ok, status } = await ask(serverUrl, '/trpc/account.me', { headers: { authorization: `Bearer ${token}` } })
    if (!ok && status !== 401) throw new ApiError(status === 429 ? 'BUSY' : 'INTERNAL', {}, status)
    if (ok) {
      await restoreToken(serverUrl, token)
      return token
    }
    await keepRefused(token)
  }
  return null
}

async function newGuest(serverUrl: string): Promise<string> {
  const answer = await ask(serverUrl, '/api/auth/sign-in/anonymous', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  const token = answer.headers.get('set-auth-token')
  if (answer.status === 429) throw new ApiError('BUSY')
  if (answer.status === 403) throw new ApiError('FORBIDDEN')
  if (!answer.ok || !token) throw new ApiError('INTERNAL', {}, answer.status)
  await local.tokens.update((all) => ({ ...all, [serverUrl]: token }))
  return token
}

async function ask(serverUrl: string, path: string, init: RequestInit): Promise<Response> {
  const address = `${serverUrl.replace(/\/$/, '')}${path}`
  return fetch(address, { ...init, credentials: 'omit', signal: AbortSignal.timeout(answerWithinMs) }).catch((error: unknown) => {
    console.info('Toile: no session', error)
    throw new ApiError('OFFLINE')
  })
}
