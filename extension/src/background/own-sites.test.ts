import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { local } from '../storage'
import { keepOwnSite } from './own-sites'

const registered: string[] = []
vi.mock('./pill-sites', () => ({ registerPill: async () => void registered.push('pill') }))

beforeEach(() => {
  registered.length = 0
  vi.stubGlobal('chrome', fakeChrome())
})

test('a site comes onto the list once and goes from it, and the pill follows each time', async () => {
  await keepOwnSite('https://boards.example', true)
  await keepOwnSite('https://boards.example', true)
  expect(await local.ownSites.get()).toEqual(['https://boards.example'])
  await keepOwnSite('https://boards.example', false)
  expect(await local.ownSites.get()).toEqual([])
  expect(registered).toHaveLength(3)
})

test.each(['https://boards.example/wall', 'ftp://boards.example', 'boards.example', 'https://www.boards.example'])(
  'what is no address of a site is refused: %s',
  async (address) => {
    await expect(keepOwnSite(address, true)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await local.ownSites.get()).toEqual([])
  },
)
