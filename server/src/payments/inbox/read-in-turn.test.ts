import { describe, expect, test } from 'vitest'
import { createReadings } from './read-in-turn.ts'

/** A thing whose readings begin and end when the test says so. */
function slowThing() {
  const under: { end: (answer: string) => void; fail: (error: Error) => void }[] = []
  const read = () => new Promise<string>((end, fail) => under.push({ end, fail }))
  return { under, read }
}
const turns = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

describe('readings of one thing', () => {
  test('those who had heard of it before a reading began share it', async () => {
    const { under, read } = slowThing()
    const readings = createReadings<string>()
    const heard = [readings.now(), readings.now(), readings.now()]
    const answers = heard.map((at) => readings.since(at, 'a', read))
    await turns()
    const late = readings.since(heard[0] ?? 0, 'a', read)
    expect(under).toHaveLength(1)
    under[0]?.end('paid')
    expect(await Promise.all([...answers, late])).toEqual(['paid', 'paid', 'paid', 'paid'])
  })

  test('who hears of it while it is read has it read anew, after that; all who wait share that one', async () => {
    const { under, read } = slowThing()
    const readings = createReadings<string>()
    const first = readings.since(readings.now(), 'a', read)
    await turns()
    const later = [readings.since(readings.now(), 'a', read), readings.since(readings.now(), 'a', read)]
    await turns()
    expect(under).toHaveLength(1)
    under[0]?.end('open')
    await turns()
    expect(under).toHaveLength(2)
    under[1]?.end('paid')
    expect([await first, ...(await Promise.all(later))]).toEqual(['open', 'paid', 'paid'])
  })

  test('one that is through is not taken for a newer one, and one that failed keeps nobody from the next', async () => {
    const { under, read } = slowThing()
    const readings = createReadings<string>()
    const heardAt = readings.now()
    const [first, shared] = [readings.since(heardAt, 'a', read), readings.since(heardAt, 'a', read)]
    await turns()
    const next = readings.since(readings.now(), 'a', read)
    under[0]?.fail(new Error('nobody answers'))
    await expect(first).rejects.toThrow('nobody answers')
    await expect(shared).rejects.toThrow('nobody answers')
    await turns()
    under[1]?.end('paid')
    expect(await next).toBe('paid')
    const afterwards = readings.since(heardAt, 'a', read)
    await turns()
    expect(under).toHaveLength(3)
    under[2]?.end('refunded')
    expect(await afterwards).toBe('refunded')
  })

  test('those of other things wait for nobody', async () => {
    const { under, read } = slowThing()
    const readings = createReadings<string>()
    const [a, b] = [readings.since(0, 'a', read), readings.since(0, 'b', read)]
    await turns()
    expect(under).toHaveLength(2)
    under[1]?.end('b')
    expect(await b).toBe('b')
    under[0]?.end('a')
    expect(await a).toBe('a')
  })
})
