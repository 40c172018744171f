import { ApiError } from '../failures'
import { local, type Session } from '../storage'

let signingIn: Promise<Session> | null = null

/** Our session with the server of the settings; the first need of one signs in as a guest. */
export async function currentSession(): Promise<Session> {
  const { serverUrl } = await local.settings.get()
  const session = await local.session.get()
  return session?.serverUrl === serverUrl ? session : signInOnce(serverUrl)
}

/** The server refused `token`. Signs in again, unless another caller already has. */
export async function renewSession(token: string): Promise<Session> {
  const session = await local.session.get()
  if (session?.token === token) await local.session.set(null)
  return currentSession()
}

/** Callers of the same moment share one sign-in: each would make a guest of its own. */
function signInOnce(serverUrl: string): Promise<Session> {
  signingIn ??= signIn(serverUrl).finally(() => {
    signingIn = null
  })
  return signingIn
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
  const session = { serverUrl, token }
  await local.session.set(session)
  return session
}
