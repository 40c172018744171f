import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Buying, startBuying } from '../../../../test/support/buying.ts'
import { type Caller, refusalOf } from '../../../../test/support/caller.ts'
import { databases } from '../../../../test/support/test-database.ts'

let app: Buying['app']
let client: Caller
let hand: Buying['hand']
let applied: Buying['applied']

/** Buys a pack, and lets a minute pass. */
async function buy(packId: string, by: Caller = client): Promise<string> {
  await by.packs.checkout.mutate({ packId, intentId: randomUUID() })
  hand.pay()
  await applied()
  app.clock.advance({ ms: 60_000 })
  return hand.paymentOf()
}

describe.each(databases)('on %s', (database) => {
  beforeEach(async () => {
    ;({ app, client, hand, applied } = await startBuying(database))
  })
  afterEach(() => app.close())

  test('payments are told newest first, page by page, each once', async () => {
    for (const packId of ['pack-100', 'pack-300', 'pack-600']) await buy(packId)
    const first = await client.payments.history.query({ limit: 2 })
    expect(first.payments).toMatchObject([{ offerId: 'pack-600', state: 'paid', credits: 600 }, { offerId: 'pack-300' }])
    const second = await client.payments.history.query({ limit: 2, cursor: first.nextCursor ?? undefined })
    expect(second).toMatchObject({ payments: [{ offerId: 'pack-100', testMode: true }], nextCursor: null })
  })

  test('what was undone of a payment is told with it', async () => {
    const payment = await buy('pack-100')
    hand.refund(payment, 450)
    await applied()
    expect((await client.payments.history.query()).payments).toMatchObject([
      { state: 'partly_refunded', undone: { amount: 450, currency: 'EUR' } },
    ])
    hand.dispute(payment, 450)
    await applied()
    expect((await client.payments.history.query()).payments).toMatchObject([{ state: 'disputed', undone: { amount: 900 } }])
    hand.loseDispute(payment)
    await applied()
    expect((await client.payments.history.query()).payments).toMatchObject([{ state: 'charged_back', undone: { amount: 900 } }])
    hand.dispute(payment, 900)
    await applied()
    expect((await client.payments.history.query()).payments, 'another one runs').toMatchObject([{ state: 'disputed' }])
    hand.payment(payment, { disputed: 0, lost: 0 })
    hand.refund(payment, 900)
    await applied()
    expect((await client.payments.history.query()).payments).toMatchObject([{ state: 'refunded', undone: { amount: 900 } }])
  })

  test('another account’s payment is NOT_FOUND: its receipt, and the pages behind it', async () => {
    await buy('pack-100')
    const [payment] = (await client.payments.history.query()).payments
    const id = payment?.id ?? ''
    const other = (await app.guest()).client
    expect((await refusalOf(other.payments.receipt.query({ id, language: 'en' }))).code).toBe('NOT_FOUND')
    expect((await refusalOf(other.payments.history.query({ cursor: id }))).code).toBe('NOT_FOUND')
    expect(await other.payments.history.query()).toEqual({ payments: [], nextCursor: null })
  })
})

describe('papers', () => {
  beforeEach(async () => {
    ;({ app, client, hand, applied } = await startBuying())
  })
  afterEach(() => app.close())

  test.each([
    ['en-GB', 'Test receipt. No money moved.', 'Pack of 300 credits', '€24.00', '22 Nov 2026'],
    ['pt_BR', 'Recibo de teste. Nenhum dinheiro foi movimentado.', 'Pacote de 300 créditos', '€ 24,00', '22 de nov. de 2026'],
    ['es', 'Recibo de prueba. No se movió dinero.', 'Paquete de 300 créditos', '24,00 €', '22 nov 2026'],
    ['"><script>', 'Test receipt. No money moved.', 'Pack of 300 credits', '€24.00', 'Nov 22, 2026'],
  ])('a receipt in %s says what was bought, and that no money moved', async (language, ...told) => {
    await buy('pack-300')
    const [payment] = (await client.payments.history.query()).payments
    const receipt = await client.payments.receipt.query({ id: payment?.id ?? '', language })
    const text = receipt.text.replaceAll('\u00a0', ' ')
    for (const words of [...told, payment?.id]) expect(text).toContain(words)
    expect(text).not.toMatch(/<script|https?:|src=/)
    expect(receipt).toMatchObject({ filename: expect.stringMatching(/^toile-receipt-2026-11-22-\w{8}\.html$/) })
  })

  test('a refund stands on the receipt, with what was paid in the end', async () => {
    hand.refund(await buy('pack-100'), 450)
    await applied()
    const [payment] = (await client.payments.history.query()).payments
    const { text } = await client.payments.receipt.query({ id: payment?.id ?? '' })
    expect(text).toContain('Refunded in part')
    expect(text).toMatch(/Returned<\/th><td>-€4\.50/)
    expect(text).toMatch(/Paid in the end<\/th><td>€4\.50/)
  })

  test('what was not paid has no receipt: its page says how it stands', async () => {
    await client.packs.checkout.mutate({ packId: 'pack-100', intentId: randomUUID() })
    hand.payLater()
    await applied()
    const [payment] = (await client.payments.history.query()).payments
    const { text } = await client.payments.receipt.query({ id: payment?.id ?? '' })
    expect(text).toContain('<h1>Payment</h1>')
    expect(text).toContain('On its way')
    expect(text).not.toMatch(/receipt/i)
  })

  test('all payments come as a spreadsheet, oldest first, with heads in the reader’s language', async () => {
    await buy('pack-100')
    await buy('pack-600')
    const { text, filename } = await client.payments.export.query({ language: 'pt_BR' })
    expect(text.startsWith('\uFEFF')).toBe(true)
    expect(filename).toBe('toile-payments-2026-11-22.csv')
    const [head, ...lines] = parse(text, { bom: true }) as string[][]
    expect(head?.slice(0, 6)).toEqual(['Data', 'Pago em', 'Descrição', 'Oferta', 'Créditos', 'Valor'])
    expect(lines.map((line) => line.slice(2, 9))).toEqual([
      ['Pacote', 'pack-100', '100', '9.00', '0.00', 'EUR', 'Pago'],
      ['Pacote', 'pack-600', '600', '42.00', '0.00', 'EUR', 'Pago'],
    ])
  })

  test('the portal is the provider’s own page', async () => {
    expect(await client.payments.portal.mutate()).toMatchObject({ url: expect.stringContaining('https://pay.example/portal/') })
  })
})
