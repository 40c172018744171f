import { randomUUID } from 'node:crypto'
import { liveEvent } from 'shared'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { finished, request } from '../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import { databases, type TestDatabase } from '../../../test/support/test-database.ts'
import { until } from '../../../test/support/until.ts'

let app: TestApp<TestDatabase>
const streams = new AbortController()

/** Listens as the extension does, over real server-sent events, and notes every event and its id. */
function listen(token: string, lastEventId?: string) {
  const heard: { id: string; event: ReturnType<typeof liveEvent.parse> }[] = []
  const url = new URL(`${app.url}/trpc/live.events`)
  if (lastEventId !== undefined) url.searchParams.set('input', JSON.stringify({ lastEventId }))
  const ended = (async () => {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal: streams.signal })
    let text = ''
    for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      const messages = text.split('\n\n')
      text = messages.pop() ?? ''
      for (const message of messages) {
        const id = /^id: (.*)$/m.exec(message)?.[1]
        const data = /^data: (.*)$/m.exec(message)?.[1]
        if (id !== undefined && data !== undefined) heard.push({ id, event: liveEvent.parse(JSON.parse(data)) })
      }
    }
  })()
  return { heard, ended }
}

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    app = await startTestApp({ database })
  })
  afterEach(() => app.close())

  test('the stream begins with the balance, then tells each change: held, delivered, bought', async () => {
    const { client, token } = await app.guest()
    const { heard } = listen(token)
    await until('the first event', () => heard.length, Boolean)
    expect(heard[0]?.event).toMatchObject({ type: 'balance', balance: { credits: 25 } })

    const { id } = await client.generations.request.mutate(request(2))
    await finished(client, id)
    await until(
      'the delivered images',
      () => heard.map(({ event }) => event),
      (events) =>
        // The last word on the images brings along what they leave.
        events.some(
          (event) =>
            event.type === 'generation' &&
            event.generation.finished &&
            event.generation.charged === 2 &&
            event.balance?.credits === 23 &&
            event.balance.held === 0,
        ) && events.some((event) => event.type === 'balance' && event.balance.credits === 23 && event.balance.held === 0),
    )

    const checkout = await client.packs.checkout.mutate({ intentId: randomUUID(), packId: 'pack-100' })
    await fetch(checkout.url, { method: 'POST', body: new URLSearchParams({ outcome: 'succeed' }) })
    await until(
      'the payment and the new balance',
      () => heard.map(({ event }) => event),
      (events) =>
        events.some((event) => event.type === 'payment' && event.payment.state === 'paid' && event.payment.credits === 100) &&
        events.some((event) => event.type === 'balance' && event.balance.credits === 123),
    )
  })

  test('a stream that broke between the last balance and the last image is told of the image when it comes back', async () => {
    const { client, token } = await app.guest()
    const { id } = await client.generations.request.mutate(request(1))
    await finished(client, id)
    // The balance that went out last was told a moment after the image was settled.
    app.clock.advance({ ms: 500 })
    const again = listen(token, String(app.clock.now().getTime()))
    await until(
      'the image',
      () => again.heard.map(({ event }) => event.type),
      (types) => types.includes('generation'),
    )
  })

  test('a stream that comes back is told what it missed', async () => {
    const { client, token } = await app.guest()
    const first = listen(token)
    await until('the first event', () => first.heard.length, Boolean)
    const lastEventId = first.heard[0]?.id
    const { id } = await client.generations.request.mutate(request(1))
    await finished(client, id)
    app.clock.advance({ ms: 10 * 60_000 })
    const again = listen(token, lastEventId)
    await until(
      'what was missed',
      () => again.heard.map(({ event }) => event.type),
      (types) => types.includes('generation'),
    )
    const missed = { type: 'generation', generation: { id, finished: true }, balance: { credits: 24, held: 0 } }
    expect(again.heard[1]?.event).toMatchObject(missed)
  })

  test('every window is told which alerts are open: at first, when one is raised and when it was seen', async () => {
    const { client, token } = await app.guest()
    const { heard } = listen(token)
    const tellings = () => heard.flatMap(({ event }) => (event.type === 'alerts' ? [event.alerts] : []))
    await until('the first alerts', tellings, (told) => told.length === 1)
    expect(tellings()[0]).toEqual([])
    for (const count of [8, 8, 4]) await finished(client, (await client.generations.request.mutate(request(count))).id)
    const isLow = { details: { kind: 'low', credits: 5 }, acknowledgedAt: null }
    await until('the alert', tellings, (told) => told.at(-1)?.length === 1)
    expect(tellings().at(-1)).toMatchObject([isLow])

    const second = listen(token)
    await until(
      'the open alert in a window that was opened later',
      () => second.heard.flatMap(({ event }) => (event.type === 'alerts' ? event.alerts : [])),
      (alerts) => alerts.length === 1,
    )
    await client.alerts.acknowledge.mutate({ id: tellings().at(-1)?.[0]?.id ?? '' })
    await until('that it was seen', tellings, (told) => told.at(-1)?.[0]?.acknowledgedAt !== null)
  })

  test('nobody hears of another account', async () => {
    const mine = await app.guest()
    const theirs = await app.guest()
    const { heard } = listen(theirs.token)
    await until('the first event', () => heard.length, Boolean)
    await finished(mine.client, (await mine.client.generations.request.mutate(request(1))).id)
    await theirs.client.generations.request.mutate(request(1, { prompt: 'tartan' }))
    await until(
      'their own generation',
      () => heard.map(({ event }) => event),
      (events) => events.some((event) => event.type === 'generation'),
    )
    expect(heard.every(({ event }) => event.type !== 'generation' || event.generation.prompt === 'tartan')).toBe(true)
  })

  test('streams end when the server does, and do not keep it', async () => {
    const { token } = await app.guest()
    const { heard, ended } = listen(token)
    await until('the first event', () => heard.length, Boolean)
    await app.app.http.close()
    await ended
  })
})
