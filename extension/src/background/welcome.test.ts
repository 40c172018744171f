import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { welcome } from './welcome'

const opened: string[] = []
beforeEach(() => {
  opened.length = 0
  const create = async ({ url }: { url: string }) => void opened.push(url)
  vi.stubGlobal('chrome', { ...fakeChrome(), tabs: { create } })
})

test('installing shows the welcome page, once', async () => {
  await welcome({ reason: 'install' })
  await welcome({ reason: 'install' })
  expect(opened).toEqual([chrome.runtime.getURL('tabs/welcome.html')])
})

test.each(['update', 'chrome_update', 'shared_module_update'] as const)('%s shows nothing', async (reason) => {
  await welcome({ reason })
  expect(opened).toEqual([])
})
