// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { findImage } from './find-image'
import { boxOf } from './on-screen'

afterEach(() => vi.restoreAllMocks())

const page = (html: string): void => {
  document.body.innerHTML = html
}
const at = (path: string): string => new URL(path, document.baseURI).href

/** The layout that this stand-in for a browser does not have. */
function standsAt(selector: string, rect: Partial<DOMRect>): void {
  const element = document.querySelector(selector)
  if (element)
    vi.spyOn(element, 'getBoundingClientRect').mockReturnValue({ left: 0, top: 0, right: 0, bottom: 0, ...rect } as DOMRect)
}

test('of several elements with the same picture, the one on the screen is meant', () => {
  page(`<img id="away" src="${at('a.png')}"><img id="here" src="${at('a.png')}">`)
  standsAt('#away', { top: -900, bottom: -600, right: 300 })
  standsAt('#here', { right: 300, bottom: 300 })
  expect(findImage(at('a.png'))?.id).toBe('here')
})

test('a picture inside a shadow root is found', () => {
  page('<div id="host"></div>')
  const root = document.querySelector('#host')?.attachShadow({ mode: 'open' })
  if (root) root.innerHTML = `<img id="deep" src="${at('deep.png')}">`
  expect(findImage(at('deep.png'))?.id).toBe('deep')
})

test('the box is cut to the window, and null where nothing can be seen', () => {
  page('<img id="a"><img id="b">')
  standsAt('#a', { left: -50, top: 10, right: 100, bottom: innerHeight + 500 })
  standsAt('#b', { left: innerWidth + 10, top: 0, right: innerWidth + 90, bottom: 80 })
  const boxes = ['#a', '#b'].map((selector) => document.querySelector(selector)).map((element) => element && boxOf(element))
  expect(boxes).toEqual([{ x: 0, y: 10, width: 100, height: innerHeight - 10 }, null])
})
