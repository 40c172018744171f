import { beforeAll, describe, expect, test } from 'vitest'
import { type Ended, liveInEveryOrder, liveSome } from './life-runs.ts'
import { type Life, lives } from './payment-lives.ts'
import { endsOf, sightOf } from './state-of-account.ts'

/*
 * Each life is lived by several people side by side, at a real server on each database, with Stripe's own SDK on the way. They
 * differ in nothing but when, in which order and how often what Stripe tells arrives. To some all of it comes afterwards (at the
 * life's end, or just before they do something that needs it); to others anywhere in between, while the sweeps run. Of the latter
 * only what a designer sees is compared: credits that ended before it was heard that their payment was undone are `expired`, those
 * after it `clawedBack`, and both are right.
 *
 * LIVES=<n> asks for n people a life, manner and database; LIVES=all for every order of up to six events that come together and 500 random
 * ones beyond; LIFE for the lives with these words in their name; LIFE_SEED for the orders of a run that failed.
 */
const asked = process.env.LIVES ?? '1'
const seed = Number(process.env.LIFE_SEED ?? Date.now() % 1_000_000)
const chosen = lives.filter(({ name }) => name.includes(process.env.LIFE ?? ''))
const patienceMs = 3 * 3_600_000

describe('however what is told of a payment’s life arrives', () => {
  let together: Ended[] = []
  beforeAll(async () => {
    if (asked !== 'all') together = await liveSome(chosen, Number(asked), seed)
  }, patienceMs)

  const endedOf = async (life: Life) =>
    asked === 'all' ? liveInEveryOrder(life, seed) : together.filter((one) => one.life === life)

  test.each(chosen)(
    '$name: it ends as it must, and in one state, on both databases',
    async (life) => {
      const ended = await endedOf(life)
      const first = ended.find(({ how }) => how === 'afterwards') ?? ended[0]
      if (first === undefined) throw new Error('Nobody lived it')
      for (const { how, provider, heard, failure, state } of ended) {
        const which = `LIFE_SEED=${seed}, ${provider}, ${how}, heard: ${heard}`
        if (failure !== null) throw new Error(which, { cause: failure })
        expect(endsOf(state, life.ends), which).toEqual(life.ends)
        if (how === 'afterwards') expect(state, which).toEqual(first.state)
        else expect(sightOf(state), which).toEqual(sightOf(first.state))
      }
    },
    patienceMs,
  )
})
