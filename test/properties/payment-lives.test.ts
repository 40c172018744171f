import { beforeAll, describe, expect, test } from 'vitest'
import { type Ended, liveInEveryOrder, liveSome } from './life-runs.ts'
import { type Life, lives } from './payment-lives.ts'
import { type AccountState, endsOf, sightOf } from './state-of-account.ts'

/*
 * Each life is lived by several people side by side, at a real server on each database, with Stripe's own SDK on the way. They
 * differ in nothing but when, in which order and how often what Stripe tells arrives. To some all of it comes afterwards (at the
 * life's end, or just before they do something that needs it); to others anywhere in between, while the sweeps run. Of the latter
 * only what a designer sees is compared: credits that ended before it was heard that their payment was undone are `expired`, those
 * after it `clawedBack`, and both are right.
 *
 * LIVES=<n> asks for n people a life, manner and database. LIVES=all goes through every order of up to eight events that come
 * together: each of them comes after every set of the others, and what is there then must depend on the set alone; then all that
 * came come again, and must change no row, nor be read back. Beyond eight events it takes 500 random orders, with repeats. LIFE
 * names one life, or words of several; LIFE_SEED the orders of a run that failed.
 */
const asked = process.env.LIVES ?? '1'
const seed = Number(process.env.LIFE_SEED ?? Date.now() % 1_000_000)
const words = process.env.LIFE ?? ''
const named = lives.filter(({ name }) => name === words)
const chosen = named.length > 0 ? named : lives.filter(({ name }) => name.includes(words))
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
      const afterSets = new Map<string, AccountState>()
      for (const { how, provider, heard, failure, states, partly } of ended) {
        const which = `LIFE_SEED=${seed}, ${provider}, ${how}, heard: ${heard}`
        if (failure !== null) throw new Error(which, { cause: failure })
        expect(
          states.slice(-1).map((end) => endsOf(end, life.ends)),
          which,
        ).toEqual([life.ends])
        if (how === 'afterwards') expect(states, which).toEqual(first.states)
        else expect(states.map(sightOf), which).toEqual(first.states.map(sightOf))
        for (const [having, state] of partly) {
          expect(state, `${which}; ${having}`).toEqual(afterSets.get(having) ?? state)
          afterSets.set(having, state)
        }
      }
    },
    patienceMs,
  )
})
