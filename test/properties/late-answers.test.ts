import { beforeAll, describe, expect, test } from 'vitest'
import { type Ended, liveWithLateAnswers } from './life-runs.ts'
import { lives } from './payment-lives.ts'
import { endsOf } from './state-of-account.ts'

/*
 * Two servers share a database. What the second one reads at the provider is held back now and then, while its person goes on and
 * the first one reads what is newer: then the old answer arrives, and must not be written. Each run takes another third of the
 * lives; LIVES=<n> asks for all of them, lived by n people each. LIFE and LIFE_SEED as for payment-lives.test.ts.
 */
const seed = Number(process.env.LIFE_SEED ?? Date.now() % 1_000_000)
const people = Number(process.env.LIVES ?? 1)
const isTaken = (index: number) => process.env.LIVES !== undefined || (index + seed) % 3 === 0
const short = lives.filter(
  ({ name, steps }, index) => steps.length <= 20 && name.includes(process.env.LIFE ?? '') && isTaken(index),
)

describe('an answer of the provider that comes late', () => {
  let ended: Ended[] = []
  beforeAll(async () => {
    ended = await liveWithLateAnswers(short, people, seed)
  }, 3_600_000)

  test.each(short)('$name: it undoes nothing that a newer one has brought', (life) => {
    const own = ended.filter((one) => one.life === life)
    expect(own).toHaveLength(2 * people)
    for (const { provider, heard, failure, states } of own) {
      const which = `LIFE_SEED=${seed}, ${provider}, heard: ${heard}`
      if (failure !== null) throw new Error(which, { cause: failure })
      expect(
        states.slice(-1).map((end) => endsOf(end, life.ends)),
        which,
      ).toEqual([life.ends])
    }
  })
})
