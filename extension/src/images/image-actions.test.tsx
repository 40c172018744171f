// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleImage } from '../../testing/generations'
import { type ImageActions, useImageActions } from './image-actions'
import type { OwnImage } from './own-image'

vi.mock('./take-out', () => ({ copyImage: async () => 'not-allowed', downloadFile: () => {} }))
vi.mock('./image-bytes', () => ({ imageBytes: async () => new Blob(), fileBytes: async () => new Blob() }))

let actions: ImageActions
function Detail({ imageId }: { imageId: string }) {
  const own: OwnImage = { image: sampleImage(imageId), name: 'a.png', generationId: null, operation: null }
  actions = useImageActions(own, async () => {})
  return null
}

test('where a page lets nothing be copied, a window is offered for that image, and for no other', async () => {
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // In a page the panel is a frame.
  vi.spyOn(window, 'top', 'get').mockReturnValue(null)
  const root = createRoot(document.createElement('div'))
  await act(async () => root.render(<Detail imageId="image-0001" />))
  await act(async () => actions.copy())
  expect([actions.said, actions.copyElsewhere]).toEqual(['The page does not let Toile copy here.', expect.any(Function)])
  await act(async () => root.render(<Detail imageId="image-0002" />))
  expect(actions.copyElsewhere).toBe(null)
})
