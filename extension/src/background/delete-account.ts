import type { AccountErasure } from 'shared'
import { createApi } from '../create-api'
import { ApiError, codeOf, type FailureCode } from '../failures'
import type { Session } from '../kept'
import { memory } from '../storage'
import { forgetAccount, noteFarewell, takeBackFarewell } from './farewell'
import { closeOverlay } from './overlay'
import { keepNews } from './server'
import { knownSession } from './session'

/** Who is nobody here has deleted their account before. */
async function ownSession(): Promise<Session> {
  const session = await knownSession()
  if (session === null) throw new ApiError('NO_ACCOUNT')
  return session
}

/** Never makes a guest for the purpose, and tells no news of an account that is about to go. */
const api = createApi({
  current: ownSession,
  renew: async () => {
    throw new ApiError('UNAUTHORIZED')
  },
  tell: (news) => {
    keepNews(news).catch((error: unknown) => console.error('Toile: news not kept', error))
  },
})

/** After these nobody knows whether the server has done it. */
const untold: FailureCode[] = ['OFFLINE', 'INTERNAL', 'TIMED_OUT', 'UNAUTHORIZED']

/** Deletes the account with the server, then forgets it here and closes what stands open. Nobody signs in anew by it: see `farewell.ts`. */
export async function deleteAccount(accountId: string): Promise<AccountErasure> {
  const { serverUrl } = await ownSession()
  await noteFarewell(serverUrl)
  const erased = await api.deleteAccount({ accountId }).catch(async (error: unknown) => {
    if (!untold.includes(codeOf(error))) await takeBackFarewell(serverUrl)
    throw error
  })
  await forgetAccount(serverUrl)
  // Each would tell of images that are no more. What they asked for is forgotten by now, so nobody looks for it.
  for (const { sessionId } of await memory.overlayPlaces.get()) {
    // One that goes by itself in that very moment changes nothing about what was done.
    await closeOverlay(sessionId).catch((error: unknown) => console.info('Toile: not closed', error))
  }
  return erased
}
