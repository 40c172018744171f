// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../../testing/chrome'
import { sampleImage } from '../../../testing/generations'
import { RecolourPreview } from './recolour-preview'

/** What was drawn last: happy-dom has no canvas of its own. */
let drawn: string[] = []
const freed = vi.fn()

class Pixels {
  readonly data: Uint8ClampedArray
  constructor(data: Uint8ClampedArray) {
    this.data = data
  }
}
const copied = { drawImage: () => {}, getImageData: () => new Pixels(new Uint8ClampedArray(388 * 150 * 4)) }
class Canvas {
  getContext = () => copied
}

beforeEach(() => {
  drawn = []
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('ImageData', Pixels)
  vi.stubGlobal('OffscreenCanvas', Canvas)
  vi.stubGlobal('createImageBitmap', async () => ({ width: 512, height: 512, close: freed }))
  const context = { putImageData: () => drawn.push('picture'), clearRect: () => drawn.push('nothing') }
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never)
})

test('a picture that was replaced is not shown as a preview of the next one, and no copy of it is kept', async () => {
  const never = new Promise<Response>(() => {})
  vi.stubGlobal('fetch', (address: string) => (address.endsWith('first') ? Promise.resolve(new Response('bytes')) : never))
  const root = createRoot(document.createElement('div'))
  const show = (name: string) => {
    const image = { ...sampleImage(), thumbUrl: `http://localhost/${name}` }
    return act(async () => root.render(<RecolourPreview image={image} wanted={['#112233', '#ddeeff']} />))
  }
  await show('first')
  await vi.waitFor(() => expect(drawn.at(-1)).toBe('picture'))
  expect(freed).toHaveBeenCalledOnce()
  await show('second')
  expect(drawn.at(-1)).toBe('nothing')
})
