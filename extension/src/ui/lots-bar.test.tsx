import { renderToStaticMarkup } from 'react-dom/server'
import type { Lot } from 'shared'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { LotsBar } from './lots-bar'

const now = new Date(2026, 10, 22, 14, 0)
const lot = (id: string, available: number, held: number): Lot => ({
  id,
  kind: id === 'pack' ? 'pack' : 'trial',
  label: id === 'pack' ? '100' : null,
  granted: 100,
  available,
  held,
  spent: 100 - available - held,
  effectiveAt: '2026-11-20T10:00:00Z',
  expiresAt: new Date(2026, 10, 25).toISOString(),
})

beforeEach(() => vi.stubGlobal('chrome', fakeChrome()))

test('a lot whose credits are all set aside is told in words and takes no room in the bar', () => {
  const html = renderToStaticMarkup(<LotsBar lots={[lot('pack', 12, 2), lot('trial', 0, 4)]} now={now} />)
  expect(html.match(/class="weave /g)).toHaveLength(1)
  expect(html).toContain('aria-label="Pack 100 12"')
  expect(html).toContain('4 set aside')
})
