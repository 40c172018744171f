import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { sampleLot } from '../../testing/wallet'
import { LotsBar } from './lots-bar'

const now = new Date(2026, 10, 22, 14, 0)
const end = new Date(2026, 10, 25).toISOString()
const pack = sampleLot({ id: 'pack', available: 12, held: 2, expiresAt: end })
const trial = sampleLot({ id: 'trial', kind: 'trial', label: null, available: 0, held: 4, expiresAt: end })

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('a lot whose credits are all set aside is told in words and takes no room in the bar', () => {
  const html = renderToStaticMarkup(<LotsBar lots={[pack, trial]} now={now} />)
  expect(html.match(/class="weave /g)).toHaveLength(1)
  expect(html).toContain('aria-label="Pack 100 12"')
  expect(html).toContain('4 set aside')
})
