// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleImage } from '../../testing/generations'
import { copyImage } from './take-out'

const image = sampleImage()
const bytes = () => Promise.resolve(new Blob(['png'], { type: 'image/png' }))
const write = vi.fn()
const copied: string[] = []

beforeEach(() => {
  vi.stubGlobal('navigator', { clipboard: { write } })
  vi.stubGlobal(
    'ClipboardItem',
    class {
      constructor(items: Record<string, Promise<Blob>>) {
        for (const item of Object.values(items)) item.catch(() => {})
      }
    },
  )
  HTMLImageElement.prototype.decode = async () => {}
  document.execCommand = () => {
    copied.push(...[...document.querySelectorAll('img')].map(({ src }) => src))
    return true
  }
})
afterEach(() => {
  write.mockReset()
  copied.length = 0
})

test('what the clipboard takes is there as PNG', async () => {
  write.mockResolvedValue(undefined)
  expect(await copyImage(bytes(), image)).toBe('as-png')
})

test('where writing is not allowed the whole image is copied, not the thumbnail on the tile, and it says so', async () => {
  write.mockRejectedValue(new DOMException('', 'NotAllowedError'))
  expect(await copyImage(bytes(), image)).toBe('as-picture')
  expect(copied).toEqual([image.url])
  expect(document.querySelectorAll('img')).toHaveLength(0)
})

test('an image that did not arrive is not said to be copied', async () => {
  write.mockRejectedValue(new DOMException('', 'NotAllowedError'))
  expect(await copyImage(Promise.reject(new Error('404')), image)).toBe('not-arrived')
  expect(copied).toEqual([])
})

test('other trouble with the clipboard is told as it is', async () => {
  write.mockRejectedValue(new DOMException('', 'DataError'))
  expect(await copyImage(bytes(), image)).toBe('not-allowed')
  expect(copied).toEqual([])
})
