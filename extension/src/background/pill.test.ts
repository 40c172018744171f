import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleBalance } from '../../testing/wallet'
import { answerPill } from './pill'

vi.mock('./pill-sites', () => ({ pillPatterns: async () => ['https://*.figma.com/*'] }))
vi.mock('../page-tool/reach', () => ({ say: async () => null }))
vi.mock('./server', () => ({ refresh: async () => {} }))

beforeEach(() => {
  vi.stubGlobal('chrome', {
    ...fakeChrome({ local: { balance: sampleBalance() } }),
    tabs: { query: async ({ url }: { url: string[] }) => (url[0] === 'https://*.figma.com/*' ? [{ id: 7 }] : []) },
  })
})

const sender = (id: number) => ({ tab: { id } as chrome.tabs.Tab, url: 'https://www.figma.com/file' })

test('the pill’s state, which holds the balance, is told to pages that have a pill and to no other script', async () => {
  expect((await answerPill(sender(7))).text).toBe(String(sampleBalance().credits))
  await expect(answerPill(sender(8))).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(answerPill({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
