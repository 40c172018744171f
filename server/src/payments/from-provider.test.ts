import { expect, test } from 'vitest'
import { createLog, type Log } from '../platform/log.ts'
import { fromProvider } from './from-provider.ts'
import { ProviderError } from './provider.ts'

/** A log that keeps how loud it was told. */
function listening(): { log: Log; told: string[] } {
  const log = createLog('silent')
  const told: string[] = []
  log.warn = () => void told.push('warn')
  log.error = () => void told.push('error')
  return { log, told }
}

test.each([
  ['cannot be reached', true, 'warn'],
  ['refuses', false, 'error'],
])('a provider that %s is told in the log, and whoever waits may come again', async (_what, passing, loud) => {
  const { log, told } = listening()
  const asked = fromProvider({ log }, Promise.reject(new ProviderError('no', { passing })))
  await expect(asked).rejects.toMatchObject({ code: 'PAYMENTS_AWAY' })
  expect(told).toEqual([loud])
})

test('what is no fault of the provider stays what it is', async () => {
  const { log, told } = listening()
  await expect(fromProvider({ log }, Promise.reject(new TypeError('ours')))).rejects.toThrow(TypeError)
  expect(told).toEqual([])
})
