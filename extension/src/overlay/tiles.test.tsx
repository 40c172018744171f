// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import type { ErrorCode } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleGeneration } from '../../testing/generations'
import { sampleOverlay } from '../../testing/overlays'
import { MissingTile } from './tiles'

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

function drawn(reason: ErrorCode): HTMLElement {
  const generation = sampleGeneration(['failed'])
  const page = document.createElement('div')
  page.innerHTML = generation.items
    .map((item) =>
      renderToStaticMarkup(<MissingTile overlay={sampleOverlay()} generation={generation} item={{ ...item, reason }} canRetry />),
    )
    .join('')
  return page
}

test('an image that failed by chance can be tried again', () => {
  expect(drawn('ENGINE_FAILED').querySelector('button')?.textContent).toContain('Try again')
})

test('where the same would fail the same way, what helps is said instead', () => {
  const page = drawn('NO_SUBJECT')
  expect(page.querySelector('button')).toBeNull()
  expect(page.textContent).toContain('Draw a box round the motif')
  expect(page.textContent).toContain('Returned 1 credit.')
})
