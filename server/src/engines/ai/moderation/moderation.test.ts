import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { enginesFrom, startServices } from '../../../../../test/support/ai-engines.ts'
import { type Caller, refusalOf } from '../../../../../test/support/caller.ts'
import type { FakeImageService } from '../../../../../test/support/fake-image-service.ts'
import { type FakeModerationService, startFakeModerationService } from '../../../../../test/support/fake-moderation-service.ts'
import { openai } from '../../../../../test/support/fake-openai-service.ts'
import { finished, request } from '../../../../../test/support/requests.ts'
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.ts'
import { createWordRules } from './word-list.ts'

describe('words', () => {
  const rules = createWordRules({ words: true, own: ['house mascot'] })

  test.each([
    ['a nude on navy', ['sexual']],
    ['Mulheres NUAS, sem roupa: pornô', ['sexual']],
    ['una esvástica roja', ['hate']],
    ['suastica e sangue', ['hate']],
    ['decapitated roses', ['violence']],
    ['our House-Mascot in red', ['studio']],
    ['a nu\u200bde, a n\u00adude', ['sexual']],
  ])('“%s” is refused, and it says what the rule is about', (prompt, categories) => {
    expect(() => rules(prompt)).toThrow(expect.objectContaining({ code: 'MODERATED', details: { categories } }))
  })

  test.each([
    'a nudibranch print',
    'rosas y penetrante azul',
    'Gorey florals',
    'tulips on navy',
    'grapefruit',
    'peneira de palha',
  ])('“%s” passes: a word counts as a whole', (prompt) => expect(() => rules(prompt)).not.toThrow())

  test('the built-in list is off unless it is turned on', () => {
    expect(() => createWordRules({ words: false, own: [] })('a nude on navy')).not.toThrow()
  })
})

describe('a service', () => {
  let app: TestApp
  let moderator: FakeModerationService
  let service: FakeImageService
  let client: Caller

  beforeEach(async () => {
    moderator = await startFakeModerationService()
    const services = await startServices([openai])
    for (const one of services.values()) service = one
  })
  afterEach(async () => {
    await app.close()
    await moderator.close()
    await service.close()
  })

  async function start(more: object = {}) {
    const engines = [{ ...openai.entry(service.url), name: 'openai' }]
    const moderation = { words: true, service: { baseUrl: moderator.url, key: 'mod-key', ...more } }
    app = await startTestApp({ engines: (await enginesFrom({ engines, moderation })).engines })
    client = (await app.guest()).client
  }

  async function made(prompt: string) {
    const { id } = await client.generations.request.mutate(request(1, { engine: 'openai', prompt }))
    return (await finished(client, id)).items[0]
  }

  test('is shown the words before and the picture after, and both may pass', async () => {
    await start()
    expect((await made('roses'))?.state).toBe('delivered')
    expect(moderator.shown).toEqual([['roses'], ['picture']])
  })

  test('that objects to the words keeps them from being ordered', async () => {
    await start()
    expect(await made('forbidden fruit')).toMatchObject({ state: 'failed', reason: 'MODERATED', charged: 0 })
    expect(service.orders).toEqual([])
  })

  test('that objects to the picture keeps it from the designer, who pays nothing', async () => {
    await start()
    moderator.objectToPictures(true)
    expect(await made('roses')).toMatchObject({ state: 'failed', reason: 'MODERATED', image: null, charged: 0 })
    expect(service.orders).toHaveLength(1)
  })

  test('that takes no pictures is shown none', async () => {
    await start({ pictures: false })
    await made('roses')
    expect(moderator.shown).toEqual([['roses']])
  })

  test('that cannot be asked lets nothing pass, and nothing is ordered', async () => {
    await start()
    moderator.breakDown()
    expect(await made('roses')).toMatchObject({ state: 'failed', reason: 'ENGINE_FAILED', charged: 0 })
    expect(service.orders).toEqual([])
  })

  test('that cannot be asked lets pass where the settings say so', async () => {
    await start({ whenAway: 'allow' })
    moderator.breakDown()
    expect((await made('roses'))?.state).toBe('delivered')
  })

  test('is not needed for words on the list: they are refused before anything is held', async () => {
    await start()
    const refusal = await refusalOf(client.generations.request.mutate(request(1, { engine: 'openai', prompt: 'a nude' })))
    expect(refusal).toEqual({ code: 'MODERATED', details: { categories: ['sexual'] } })
    expect([moderator.shown, service.orders]).toEqual([[], []])
    expect(await client.wallet.balance.query()).toMatchObject({ credits: 25, held: 0 })
  })
})
