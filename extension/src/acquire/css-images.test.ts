// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { layersOf } from './css-images'

const at = (path: string): string => `https://a.example/${path}`

test('of several layers each picture is one, topmost first; gradients are none', () => {
  const value = `linear-gradient(rgba(0, 0, 0, 0.5), rgb(1, 2, 3)), url("${at('a.png')}"), url("${at('b.jpg?x=1,2')}")`
  expect(layersOf(value)).toEqual([[at('a.png')], [at('b.jpg?x=1,2')]])
})

test('of an image set the densest comes first', () => {
  const value = `image-set(url("${at('1.jpg')}") 1dppx, url("${at('3.jpg')}") 3dppx type("image/jpeg"), url("${at('2.jpg')}") 2dppx)`
  expect(layersOf(value)).toEqual([[at('3.jpg'), at('2.jpg'), at('1.jpg')]])
})

test('brackets, commas and quotes in an address belong to it', () => {
  expect(layersOf(`url("${at('a (1),b')}"), url(data:image/png;base64,AA==)`)).toEqual([
    [at('a%20(1),b')],
    ['data:image/png;base64,AA=='],
  ])
  expect(layersOf('url("https://a.example/q\\"q.png")')).toEqual([['https://a.example/q%22q.png']])
})

test('no picture, or a part of the page itself, is none', () => {
  expect(['none', '', 'url("#clip")', 'counter(a)', '"words"'].flatMap(layersOf)).toEqual([])
})
