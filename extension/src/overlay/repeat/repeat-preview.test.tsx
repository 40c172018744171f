// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { RepeatLayout } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../../testing/chrome'
import { sampleImage } from '../../../testing/generations'
import { RepeatPreview } from './repeat-preview'

/** Levels of the picture's pixels from left to right: happy-dom has no canvas of its own. */
let levelAt: (share: number) => number
const pen = {
  fillRect: () => {},
  drawImage: () => {},
  getImageData: (_x: number, _y: number, width: number, height: number) => ({
    data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => levelAt(((at >> 2) % width) / width)),
  }),
}
class Canvas {
  getContext = () => ({ ...pen, canvas: this })
}
const shownPen = { ...pen, setTransform: () => {}, setLineDash: () => {}, strokeRect: vi.fn(), clearRect: () => {} }

beforeEach(() => {
  levelAt = () => 255
  shownPen.strokeRect.mockClear()
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('OffscreenCanvas', Canvas)
  vi.stubGlobal('createImageBitmap', async () => ({ width: 300, height: 200, close: () => {} }))
  vi.stubGlobal('fetch', async () => new Response('bytes'))
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(shownPen as never)
})

async function shown(layout: RepeatLayout, size = 1024): Promise<HTMLElement> {
  const place = document.createElement('div')
  await act(async () =>
    createRoot(place).render(<RepeatPreview image={sampleImage()} layout={layout} scale={undefined} size={size} />),
  )
  if (layout !== 'toss') await vi.waitFor(() => expect(shownPen.strokeRect).toHaveBeenCalled())
  return place
}

test('a picture has a name that tells its layout, and one tile its size in print', async () => {
  const place = await shown('half-drop', 2048)
  const name = place.querySelector('canvas[role=img]')?.getAttribute('aria-label')
  expect(name).toBe('Preview of the repeat, layout: Half-drop. One tile is outlined.')
  expect(place.textContent).toBe('One tile: 17.3 × 17.3 cm at 300 dpi')
})

test('a picture that must be cut says that it is not made with its joins and its light; in a mirror it has both', async () => {
  levelAt = (share) => share * 255
  expect((await shown('block')).textContent).toContain('Joins and uneven light are softened when made')
  expect((await shown('mirror')).textContent).not.toContain('Joins')
})

test('a tile says where it is laid otherwise than shown; in a block it is laid as it is', async () => {
  vi.stubGlobal('createImageBitmap', async () => ({ width: 300, height: 300, close: () => {} }))
  levelAt = (share) => 128 + 100 * Math.sin(share * 2 * Math.PI)
  expect((await shown('block')).textContent).toBe('One tile: 8.7 × 8.7 cm at 300 dpi')
  expect((await shown('brick')).textContent).toContain('Made without these joins')
  expect((await shown('mirror')).textContent).toContain('May be mirrored at other lines')
})

test('a toss is told, not drawn wrong', async () => {
  const place = await shown('toss')
  expect(place.querySelector('canvas')).toBeNull()
  expect(place.textContent).toContain('A toss has no preview.')
})
