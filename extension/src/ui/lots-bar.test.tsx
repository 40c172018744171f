import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleBalance, sampleLot } from '../../testing/wallet'
import { LotsBar } from './lots-bar'

const now = new Date(2026, 10, 22, 14, 0)
const end = new Date(2026, 10, 25).toISOString()
const pack = sampleLot({ id: 'pack', available: 12, held: 2, expiresAt: end })
const trial = sampleLot({ id: 'trial', kind: 'trial', label: null, available: 0, held: 4, expiresAt: end })

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('a lot whose credits are all set aside is told in words and takes no room in the bar', () => {
  const html = renderToStaticMarkup(<LotsBar lots={[pack, trial]} balance={null} now={now} />)
  expect(html.match(/class="weave /g)).toHaveLength(1)
  expect(html).toContain('aria-label="Pack 100: 12"')
  expect(html).toContain('4 set aside')
})

test('credits that came back late say so, and those that have yet to begin are no part of the bar', () => {
  const grace = sampleLot({ ...trial, available: 1, held: 0, source: 'grace' })
  const later = sampleLot({ id: 'plan', kind: 'plan', label: null, effectiveAt: end, expiresAt: '2026-12-25T12:00:00.000Z' })
  const html = renderToStaticMarkup(<LotsBar lots={[grace, later]} balance={null} now={now} />)
  expect(html).toContain('given back · expires in 3 days')
  expect(html).toContain('from Nov 25 · resets Dec 25')
  expect(html).toContain('aria-label="Trial: 1"')
})

test('the reserve is marked at the end that goes last, and said with what is there of it', () => {
  const drawn = (available: number) =>
    renderToStaticMarkup(<LotsBar lots={[{ ...pack, available }]} balance={sampleBalance({ reserve: 10 })} now={now} />)
  expect(drawn(40)).toContain('width:25%')
  expect(drawn(40)).toContain('aria-label="Pack 100: 40, 10 kept in reserve"')
  expect(drawn(40)).toContain('>Reserve 10<')
  expect(drawn(8)).toContain('width:100%')
  expect(drawn(8)).toContain('>Reserve 10, 8 there<')
})

test('pay-as-you-go is told as used of its cap, and is no part of the bar', () => {
  const metered = { used: 12, cap: 50, until: '2026-12-08T00:00:00.000Z' }
  const lots = [pack, sampleLot({ id: 'metered', kind: 'metered', label: null, available: 38 })]
  const html = renderToStaticMarkup(<LotsBar lots={lots} balance={sampleBalance({ metered })} now={now} />)
  expect(html).toContain('aria-label="Pack 100: 12"')
  expect(html.match(/<li>/g)).toHaveLength(1)
  expect(html).toContain('12 of 50 used')
})
