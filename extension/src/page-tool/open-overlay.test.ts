// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { closeOverlay, moveOverlay, openOverlay } from './open-overlay'

const hosts = () => document.querySelectorAll('toile-overlay')

beforeEach(() => {
  vi.stubGlobal('chrome', fakeChrome())
  document.elementFromPoint = () => null
})
afterEach(() => {
  closeOverlay('one')
  vi.unstubAllGlobals()
})

test('put out of sight it stays where it is, and comes back', () => {
  openOverlay('one', null)
  expect(moveOverlay('one', 'hide')).toBe(true)
  expect(moveOverlay('one', 'show')).toBe(true)
  expect([moveOverlay('another', 'show'), hosts().length]).toEqual([false, 1])
})

test('one that the page has thrown out is not there any more, so that it is opened anew', () => {
  openOverlay('one', null)
  hosts()[0]?.remove()
  expect(moveOverlay('one', 'show')).toBe(false)
})
