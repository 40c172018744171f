import { beforeEach, expect, test, vi } from 'vitest'
import { registerPill } from './pill-sites'

vi.mock('../own-sites/own-sites', () => ({ allowedSites: async () => [{ pages: ['https://boards.example/*'] }] }))

let registered: { id: string }[]

beforeEach(() => {
  registered = []
  const add = async ([script]: { id: string }[]) => {
    if (script === undefined || registered.some(({ id }) => id === script.id)) throw new Error('Duplicate script ID')
    registered.push(script)
  }
  vi.stubGlobal('chrome', {
    runtime: { getManifest: () => ({ content_scripts: [{ matches: ['http://127.0.0.1/try*'], js: ['pill.js'] }] }) },
    tabs: { query: async () => [] },
    scripting: {
      getRegisteredContentScripts: async () => [...registered],
      registerContentScripts: add,
      updateContentScripts: async () => {},
    },
  })
})

test('a permission and the list of sites that change in one moment register the pill once, and neither fails', async () => {
  await Promise.all([registerPill(), registerPill()])
  expect(registered).toMatchObject([{ id: 'toile-pill', matches: ['https://boards.example/*'], js: ['pill.js'] }])
})
