// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, test, vi } from 'vitest'
import { fakeChrome } from '../../testing/chrome'
import { useServer } from './use-server'

let server: ReturnType<typeof useServer> | null = null
function Settings() {
  server = useServer()
  return null
}
const request = vi.fn()

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.stubGlobal('chrome', { ...fakeChrome(), permissions: { request } })
  await act(async () => createRoot(document.createElement('div')).render(<Settings />))
})

test('a browser that does not even ask for a permission is a refusal, not an endless wait', async () => {
  vi.spyOn(console, 'warn').mockReturnValue()
  request.mockRejectedValue(new Error('This function must be called during a user gesture'))
  await act(async () => server?.save('https://toile.studio.example'))
  expect(server?.state).toEqual({ at: 'failed', why: 'no-permission' })
})
