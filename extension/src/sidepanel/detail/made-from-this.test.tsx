// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import type { GalleryImage, Generation } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../../testing/chrome'
import { sampleGalleryImage } from '../../../testing/gallery'
import { sampleGeneration, sampleImage } from '../../../testing/generations'
import { MadeFromThis } from './made-from-this'

const server = vi.hoisted(() => ({ images: vi.fn() }))
vi.mock('../../api', () => ({ api: server }))

const image = sampleGalleryImage('image-looked-at')
const made = sampleGeneration(['delivered'], { source: sampleImage(image.id) })
let place: HTMLElement
let draw: (ended: Generation | null) => Promise<void>
const shown = () => place.querySelectorAll('button').length

beforeEach(() => {
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  place = document.createElement('div')
  const root = createRoot(place)
  draw = (ended) => act(async () => root.render(<MadeFromThis image={image} ended={ended} onOpen={() => {}} />))
})

test('what ends while the server is still asked what there is stays when it answers', async () => {
  const answer = Promise.withResolvers<{ images: GalleryImage[] }>()
  server.images.mockReturnValue(answer.promise)
  await draw(null)
  await draw(made)
  expect(shown()).toBe(1)
  await act(async () => answer.resolve({ images: [sampleGalleryImage('image-before')] }))
  expect(shown()).toBe(2)
})

test('what had ended before, and was deleted since, is not shown', async () => {
  server.images.mockResolvedValue({ images: [] })
  await draw(made)
  expect(shown()).toBe(0)
})
