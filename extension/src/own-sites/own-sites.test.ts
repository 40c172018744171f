import { expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sites } from '../sites'

const address = 'https://boards.example'

test('a site of the designer’s own counts as allowed once the browser says so, beside those that Toile knows', async () => {
  const granted = new Set(['https://*.boards.example/*'])
  const contains = async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.has(origin))
  vi.stubGlobal('chrome', { ...fakeChrome({ local: { ownSites: [address, 'no address'] } }), permissions: { contains } })
  const { allowedSites, sitesWith } = await import('./own-sites')
  expect(sitesWith([address]).map(({ name }) => name)).toEqual([...sites.map(({ name }) => name), 'boards.example'])
  expect((await allowedSites()).map(({ id }) => id)).toEqual([address])
  granted.clear()
  expect(await allowedSites()).toEqual([])
})
