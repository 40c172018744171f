import { expect, test } from 'vitest'
import { isClosedPage } from './closed-page'

test.each(['https://www.pinterest.com/pin/1', 'http://127.0.0.1:8787/try', 'file:///home/ana/wall.html', undefined, ''])(
  '%s can be worked on',
  (address) => {
    expect(isClosedPage(address)).toBe(false)
  },
)

test.each([
  'chrome://extensions',
  'about:blank',
  'chrome-extension://abc/options.html',
  'https://chromewebstore.google.com/detail/x',
  'https://addons.mozilla.org/firefox',
  'no address',
])('%s lets nobody in', (address) => {
  expect(isClosedPage(address)).toBe(true)
})
