import { expect, test } from 'vitest'
import { siteAddress, siteAt } from './site-address'

test.each([
  ['example.com', 'https://example.com'],
  [' https://www.example.com/wall?page=2 ', 'https://example.com'],
  ['boards.example.co.uk', 'https://boards.example.co.uk'],
  ['http://intranet.studio.local:8080/x', 'http://intranet.studio.local'],
  ['localhost', 'https://localhost'],
  ['münchen.example', 'https://xn--mnchen-3ya.example'],
])('%j is the site %s', (typed, address) => {
  expect(siteAddress(typed)).toBe(address)
})

test.each(['', '   ', 'pinterest', 'two words.com', 'ftp://example.com', 'chrome://settings', 'javascript:alert(1)', 'https://'])(
  '%j is no site',
  (typed) => {
    expect(siteAddress(typed)).toBeNull()
  },
)

test('a site of one’s own is its host and all below it, pages and pictures alike', () => {
  const patterns = ['https://*.example.com/*']
  expect(siteAt('https://example.com')).toEqual({
    id: 'https://example.com',
    name: 'example.com',
    pages: patterns,
    images: patterns,
  })
  expect(siteAt('http://192.168.0.7').pages).toEqual(['http://192.168.0.7/*'])
})

test('one that Toile knows is that, with the hosts of its pictures', () => {
  expect(siteAt('https://br.pinterest.com')).toMatchObject({ id: 'pinterest', images: ['https://*.pinimg.com/*'] })
})
