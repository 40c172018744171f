// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { ApiError } from '../failures'
import type { WalletContents } from './read-wallet'
import { useWallet, type Wallet } from './use-wallet'

const server = vi.hoisted(() => ({ readWallet: vi.fn() }))
vi.mock('./read-wallet', () => server)
vi.mock('../ui/use-live', () => ({ useLive: () => {} }))

const contents: WalletContents = { lots: [], recent: [], drafts: [], alerts: [], forecast: null, me: null, bought: false }
let wallet: Wallet | null = null
function Popup() {
  wallet = useWallet()
  return null
}

beforeEach(() => {
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
})

test('a call that fails after a later one was answered takes nothing away', async () => {
  const late = Promise.withResolvers<WalletContents>()
  server.readWallet.mockReturnValueOnce(late.promise).mockResolvedValueOnce(contents)
  await act(async () => createRoot(document.createElement('div')).render(<Popup />))
  await act(async () => wallet?.again())
  await act(async () => late.reject(new ApiError('OFFLINE')))
  expect(wallet?.state).toEqual({ at: 'known', contents })
})
