import type { AccountErasure } from 'shared'
import { createApi } from '../create-api'
import { ApiError } from '../failures'
import { local, memory } from '../storage'
import { keepNews } from './server'
import { knownSession } from './session'

/** Never makes a guest for the purpose, and tells no news of an account that is about to go. */
const api = createApi({
  current: async () => {
    const session = await knownSession()
    if (session === null) throw new ApiError('NOT_FOUND')
    return session
  },
  renew: async () => {
    throw new ApiError('UNAUTHORIZED')
  },
  tell: (news) => {
    keepNews(news).catch((error: unknown) => console.error('Toile: news not kept', error))
  },
})

/**
 * Deletes the account with the server, then forgets it here: token, figures and what was open. A token that the server takes
 * no more is left: who had sent this before and not heard the answer signs in anew, and sees another account.
 */
export async function deleteAccount(accountId: string): Promise<AccountErasure> {
  const { serverUrl } = await local.settings.get()
  const erased = await api.deleteAccount({ accountId })
  await forgetAccount(serverUrl)
  return erased
}

async function forgetAccount(serverUrl: string): Promise<void> {
  const without = <T>(all: Record<string, T>) => Object.fromEntries(Object.entries(all).filter(([url]) => url !== serverUrl))
  await local.tokens.update(without)
  await Promise.all([
    local.balance.set(null),
    local.walletSettings.set(null),
    local.currentProjects.update(without),
    local.running.set([]),
    local.gallery.set(null),
    local.toldAlerts.set([]),
    memory.overlaySessions.set({}),
  ])
}
