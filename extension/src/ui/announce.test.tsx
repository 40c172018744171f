// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { Announcer, useAnnounce } from './announce'
import { FailureNote } from './failure-note'

function Progress({ words }: { words: string }) {
  useAnnounce(words, 'progress')
  return null
}

const root = () => createRoot(document.body.appendChild(document.createElement('div')))
const regions = () => [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')]
const said = () => regions().map((region) => region.textContent)
const wait = (ms: number) => act(() => vi.advanceTimersByTime(ms))

beforeEach(() => {
  vi.stubGlobal('chrome', fakeChrome())
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

test('a failure is read out by a region that was there before it', () => {
  const page = root()
  act(() => page.render(<Announcer>{null}</Announcer>))
  const [region] = regions()
  act(() =>
    page.render(
      <Announcer>
        <FailureNote code="OFFLINE" />
      </Announcer>,
    ),
  )
  wait(100)
  expect(said()).toEqual(['The server cannot be reached. New images wait until it is back. Nothing is charged twice.'])
  expect(regions()).toEqual([region])
})

test('progress is read out at most once in two seconds, and then the latest', () => {
  const page = root()
  const show = (words: string) =>
    act(() =>
      page.render(
        <Announcer>
          <Progress words={words} />
        </Announcer>,
      ),
    )
  show('1 of 4')
  wait(100)
  expect(said()).toEqual(['1 of 4'])
  show('2 of 4')
  wait(900)
  show('3 of 4')
  wait(900)
  expect(said()).toEqual(['1 of 4'])
  wait(200)
  expect(said()).toEqual(['3 of 4'])
})
