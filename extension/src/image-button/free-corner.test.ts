// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { freeCorner } from './free-corner'

const box = { x: 100, y: 100, width: 200, height: 200 }

/** The layout that this stand-in for a browser does not have: what lies at a place, and how large it is. */
function page(html: string, sizes: Record<string, [width: number, height: number]>, at: (x: number) => string[]): Element {
  document.body.innerHTML = html
  for (const [selector, [width, height]] of Object.entries(sizes)) {
    const element = document.querySelector(selector)
    if (element) vi.spyOn(element, 'getBoundingClientRect').mockReturnValue({ width, height } as DOMRect)
  }
  document.elementsFromPoint = (x) => at(x).flatMap((selector) => document.querySelector(selector) ?? [])
  const picture = document.querySelector('img')
  if (picture === null) throw new Error('No picture')
  return picture
}
afterEach(() => vi.restoreAllMocks())

test('it stands top right, and top left where the site has a button of its own there', () => {
  const html = '<div><img><button>Save</button></div>'
  const right = page(html, { button: [40, 30] }, (x) => (x > 200 ? ['button', 'img'] : ['img']))
  expect(freeCorner(right, box)).toEqual({ left: 108, top: 108 })
  const both = page(html, { button: [40, 30] }, () => ['button', 'img'])
  expect(freeCorner(both, box)).toBeNull()
})

test('a link around the picture is no button, though inline it is only as high as a line', () => {
  const picture = page('<a href="#pin"><img></a>', { a: [200, 18] }, () => ['img'])
  expect(freeCorner(picture, box)).toEqual({ left: 260, top: 108 })
})

test('nor is one that lies over the whole picture', () => {
  const picture = page('<div><img><a href="#pin"></a></div>', { a: [200, 200] }, () => ['a', 'img'])
  expect(freeCorner(picture, box)).toEqual({ left: 260, top: 108 })
})
