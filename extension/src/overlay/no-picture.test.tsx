// @vitest-environment happy-dom
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import type { FailureCode } from '../failures'
import { NoPicture } from './no-picture'

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

function said(code: FailureCode): string {
  const page = document.createElement('div')
  const source = { state: 'failed', code, details: {} } as const
  page.innerHTML = renderToStaticMarkup(<NoPicture sessionId="session-1" source={source} onChoose={() => {}} />)
  return page.textContent ?? ''
}

test('a picture that came too late, or got lost, is told as a picture to work from: nothing was to be paid for it', () => {
  expect(said('TIMED_OUT')).toMatch(/^The image took too long to arrive\.Right-click it once more, or choose a file\./)
  expect(said('INTERNAL')).toMatch(/^The image did not arrive\.Right-click it once more, or choose a file\./)
  for (const code of ['TIMED_OUT', 'INTERNAL'] as const) expect(said(code)).not.toMatch(/cost|charged/)
})
