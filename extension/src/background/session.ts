import { ApiError } from '../failures'
import { local, type Session } from '../storage'

let signingIn: { serverUrl: string; session: Promise<Session> } | null = null

/** Our session with the server of the settings, if we have been there before. */
export async function knownSession(): Promise<Session | null> {
  const { serverUrl } = await local.settings.get()
  const token = (await local.tokens.get())[serverUrl]
  return token === undefined ? null : { serverUrl, token }
}

/** Our session with the server of the settings; the first need of one signs in as a guest. */
export async function currentSession(): Promise<Session> {
  return (await knownSession()) ?? signInOnce((await local.settings.get()).serverUrl)
}

/** The server refused `token`. Signs in again, unless another caller already has. */
export async function renewSession(token: string): Promise<Session> {
  await local.tokens.update((all) => Object.fromEntries(Object.entries(all).filter(([, kept]) => kept !== token)))
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
  const response = await fetch(`${serverUrl.replace(/\/$/, '')}/api/auth/sign-in/anonymous`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => {
    throw new ApiError('OFFLINE')
  })
  const token = response.headers.get('set-auth-token')
  if (response.status === 429) throw new ApiError('BUSY')
  if (response.status === 403) throw new ApiError('FORBIDDEN')
  if (!response.ok || !token) throw new ApiError('INTERNAL')
  await local.tokens.update((all) => ({ ...all, [serverUrl]: token }))
  return { serverUrl, token }
}
