// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { useRefused } from './use-refused'

let shown: ReturnType<typeof useRefused> = [null, () => {}]
function Panel({ busy }: { busy: boolean }) {
  shown = useRefused(busy)
  return null
}

test('why a file was not taken is said until images begin or end, and not once more with the next ones', async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  const root = createRoot(document.createElement('div'))
  const draw = (busy: boolean) => act(async () => root.render(<Panel busy={busy} />))
  await draw(true)
  await act(async () => shown[1]('busy'))
  expect(shown[0]).toBe('busy')
  await draw(false)
  expect(shown[0]).toBe(null)
  await draw(true)
  expect(shown[0]).toBe(null)
})
