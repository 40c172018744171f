import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fetchAllowed, type Named } from './fetch-allowed'

/** Every request that left, with its cookies or without. */
let sent: [string, RequestInit['credentials'], RequestInit['redirect']][] = []
let allowedHosts: string[] = []

beforeEach(() => {
  sent = []
  allowedHosts = ['127.0.0.1', 'i.pinimg.com', 's.pinimg.com', 'cdn.dribbble.com', 'pictures.example']
  vi.stubGlobal('chrome', {
    permissions: {
      contains: async ({ origins: [origin = ''] }: { origins: string[] }) => allowedHosts.includes(new URL(origin).hostname),
    },
  })
  vi.stubGlobal('fetch', async (address: string, { credentials, redirect }: RequestInit) => {
    sent.push([address, credentials, redirect])
    return new Response(null, { status: 404 })
  })
})
afterEach(() => vi.unstubAllGlobals())

const srcUrl = 'https://i.pinimg.com/small.jpg'
const pageUrl = 'https://www.pinterest.com/pin/1'
const asked = async (addresses: string[], named: Named = { srcUrl, pageUrl, shown: null }) => {
  await fetchAllowed(addresses, named)
  return sent.map(([address]) => address)
}

test('only the picture that the browser named is fetched with cookies, and no redirect is followed', async () => {
  await fetchAllowed(['https://i.pinimg.com/large.jpg', srcUrl], { srcUrl, pageUrl, shown: null })
  expect(sent).toEqual([
    ['https://i.pinimg.com/large.jpg', 'omit', 'error'],
    [srcUrl, 'include', 'error'],
  ])
})

test("another host is asked only where it belongs to the picture's own site", async () => {
  const beside = 'https://s.pinimg.com/large.jpg'
  expect(await asked([beside, 'https://cdn.dribbble.com/large.jpg', 'https://pictures.example/large.jpg'])).toEqual([beside])
})

test('the same host at another port or without encryption is another origin', async () => {
  expect(await asked(['https://i.pinimg.com:444/a.jpg', 'http://i.pinimg.com/a.jpg'])).toEqual([])
})

test('a page cannot have a service of this machine or of a private network asked', async () => {
  allowedHosts.push('localhost', '192.168.1.1')
  const inside = ['http://127.0.0.1:9999/delete?all=1', 'http://localhost/x', 'http://192.168.1.1/x']
  expect(await asked(inside)).toEqual([])
  // Nor from a page on this machine, or one that shows an innocent picture of that very service.
  const local = { srcUrl: 'http://127.0.0.1:9999/logo.png', pageUrl: 'http://127.0.0.1:3000/wall', shown: null }
  expect(await asked(inside, local)).toEqual([])
})

test('a picture of this machine in a page from elsewhere is fetched as the page has it: without cookies', async () => {
  const srcUrl = 'http://127.0.0.1:9999/logo.png'
  await fetchAllowed([srcUrl], { srcUrl, pageUrl, shown: null })
  await fetchAllowed([srcUrl], { srcUrl, pageUrl: 'http://127.0.0.1:3000/wall', shown: null })
  expect(sent.map(([, credentials]) => credentials)).toEqual(['omit', 'include'])
})

test('a page on this machine has its own pictures fetched, and those of no other port', async () => {
  const named = { srcUrl: 'http://127.0.0.1:8787/a.jpg', pageUrl: 'http://127.0.0.1:8787/try', shown: null }
  expect(await asked(['http://127.0.0.1:9999/delete', 'http://127.0.0.1:8787/b.jpg'], named)).toEqual([
    'http://127.0.0.1:8787/b.jpg',
  ])
})

test('a host without permission is not asked', async () => {
  const named = { srcUrl: 'https://elsewhere.example/a.jpg', pageUrl, shown: null }
  expect(await asked([named.srcUrl, 'ftp://elsewhere.example/a.jpg', 'not an address'], named)).toEqual([])
})

test('where the browser named none, what it shows is fetched, without cookies; in private networks only of the page itself', async () => {
  const shown = 'https://pictures.example/a.jpg'
  await fetchAllowed([shown, 'https://pictures.example/b.jpg'], { srcUrl: null, pageUrl, shown })
  expect(sent).toEqual([[shown, 'omit', 'error']])
  sent = []
  const inside = 'http://127.0.0.1:9999/logo.png'
  expect(await asked([inside], { srcUrl: null, pageUrl, shown: inside })).toEqual([])
  expect(await asked([inside], { srcUrl: null, pageUrl: 'http://127.0.0.1:9999/wall', shown: inside })).toEqual([inside])
})

test("where the browser named none, the page's own site alone is believed of the rest", async () => {
  const named = { srcUrl: null, pageUrl, shown: null }
  expect(await asked(['https://cdn.dribbble.com/a.jpg', srcUrl], named)).toEqual([srcUrl])
})

test('bytes in the address itself are read where they are a picture', async () => {
  expect(await asked(['data:text/html,x', 'data:image/png;base64,AAAA'])).toEqual(['data:image/png;base64,AAAA'])
})

test('the first picture found is taken', async () => {
  vi.stubGlobal('fetch', async (address: string) =>
    address.endsWith('large.jpg')
      ? new Response('<h1>No</h1>', { headers: { 'content-type': 'text/html' } })
      : new Response('bytes', { headers: { 'content-type': 'image/jpeg' } }),
  )
  const picture = await fetchAllowed(['https://i.pinimg.com/large.jpg', srcUrl], { srcUrl, pageUrl, shown: null })
  expect(picture?.type).toBe('image/jpeg')
})
