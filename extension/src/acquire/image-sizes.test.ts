// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import { addressesOfImage } from './image-sizes'

const at = (path: string): string => new URL(path, document.baseURI).href

/** The image of that page, loaded at this width; this stand-in for a browser loads nothing and has no layout. */
function imageIn(html: string, loaded: { width: number; currentSrc?: string }): HTMLImageElement {
  document.body.innerHTML = html
  const image = document.querySelector('img')
  if (image === null) throw new Error('No image')
  vi.spyOn(image, 'naturalWidth', 'get').mockReturnValue(loaded.width)
  vi.spyOn(image, 'naturalHeight', 'get').mockReturnValue(loaded.width)
  vi.spyOn(image, 'complete', 'get').mockReturnValue(true)
  vi.spyOn(image, 'clientWidth', 'get').mockReturnValue(300)
  vi.spyOn(image, 'currentSrc', 'get').mockReturnValue(at(loaded.currentSrc ?? image.getAttribute('src') ?? ''))
  return image
}

test('the largest that the page offers comes first, then what it shows', () => {
  const image = imageIn('<img src="s.jpg" srcset="s.jpg 300w, l.jpg 1600w, m.jpg 800w">', { width: 300 })
  expect(addressesOfImage(image)).toEqual([at('l.jpg'), at('s.jpg')])
})

test('of a picture element only the source in use counts: another may be another crop', () => {
  const sources = '<source srcset="wide.jpg 2000w"><source srcset="square.jpg 500w, square-l.jpg 1500w">'
  const image = imageIn(`<picture>${sources}<img src="x.jpg"></picture>`, { width: 500, currentSrc: 'square.jpg' })
  expect(addressesOfImage(image)).toEqual([at('square-l.jpg'), at('square.jpg'), at('x.jpg')])
})

test.each([
  ['an address in an attribute', '<img src="tiny.jpg" data-src="real.jpg">'],
  ['sizes in an attribute', '<img src="tiny.jpg" data-srcset="small.jpg 300w, real.jpg 900w">'],
  ['a copy for pages without scripts', '<img src="tiny.jpg"><noscript><img src="real.jpg"></noscript>'],
])('a miniature stands for the real picture, which the page keeps as %s', (_, html) => {
  expect(addressesOfImage(imageIn(html, { width: 20 }))).toEqual([at('real.jpg'), at('tiny.jpg')])
})

test('what a shown picture keeps in attributes is none of its business any more, nor is anything that is no address', () => {
  expect(addressesOfImage(imageIn('<img src="shown.jpg" data-src="other.jpg">', { width: 300 }))).toEqual([at('shown.jpg')])
  expect(addressesOfImage(imageIn('<img src="tiny.jpg" data-src=\'{"id": 7}\'>', { width: 20 }))).toEqual([at('tiny.jpg')])
})
