import { expect, test } from 'vitest'
import { TestClock } from '../../../test/support/test-clock.ts'
import { createWrongTries } from './wrong-tries.ts'

const nothing = async () => null
const guest = (accountId: string) => ({ accountId, guest: true })
const member = (accountId: string) => ({ accountId, guest: false })

test('guests, who cost nothing to make, have a budget together; members have their own', async () => {
  const clock = new TestClock()
  const tries = createWrongTries({ clock })
  for (let i = 0; i < 200; i++) await tries.lookUp(guest(`guest-${i}`), nothing)
  await expect(tries.lookUp(guest('another'), nothing)).rejects.toMatchObject({ details: { retryAfterMs: 3_600_000 } })
  expect(await tries.lookUp(member('ana'), async () => 'found')).toBe('found')
  clock.advance({ ms: 3_600_000 })
  expect(await tries.lookUp(guest('another'), nothing)).toBeNull()
})

test('what is found, and a look that fails, cost no try', async () => {
  const tries = createWrongTries({ clock: new TestClock() })
  for (let i = 0; i < 20; i++) await tries.lookUp(member('ana'), async () => 'found')
  const away = () => Promise.reject(new Error('The database is away'))
  for (let i = 0; i < 20; i++) await expect(tries.lookUp(member('ana'), away)).rejects.toThrow('away')
  expect(await tries.lookUp(member('ana'), nothing)).toBeNull()
})

test('it forgets those who tried longest ago, not who goes on trying', async () => {
  const tries = createWrongTries({ clock: new TestClock() })
  for (let i = 0; i < 10; i++) await tries.lookUp(member('guesser'), nothing)
  for (let i = 0; i < 20_000; i++) {
    await tries.lookUp(member(`member-${i}`), nothing)
    if (i % 5000 === 0) await expect(tries.lookUp(member('guesser'), nothing)).rejects.toMatchObject({ code: 'BUSY' })
  }
})
