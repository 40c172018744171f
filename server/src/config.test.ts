import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { ConfigError } from './platform/settings.ts'

const read = (settings: Record<string, string>) => readConfig({ PATH: '/bin', ...settings })

test('without settings the server listens on this machine only, and nothing is touched yet', () => {
  const config = read({ TOILE_DATA: 'no-such-folder' })
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 8787,
    secret: null,
    trial: { credits: 25, days: 14 },
    payments: { kind: 'test-checkout', anywhere: false },
  })
  expect(config.dataFolder).toBe(resolve('no-such-folder'))
  expect(config.database).toEqual({ provider: 'sqlite', file: join(config.dataFolder, 'toile.db') })
  expect(existsSync(config.dataFolder)).toBe(false)
})

test('an unknown setting is an error that names it and the known ones', () => {
  expect(() => read({ TOILE_PROT: '1' })).toThrow(/Unknown setting TOILE_PROT\. Known: .*TOILE_PORT/)
})

test('a database URL is PostgreSQL’s; what is wrong with it is told without the password', () => {
  const url = 'postgresql://toile:secret@db.example:5432/toile?sslmode=verify-full'
  expect(read({ TOILE_DATABASE_URL: url }).database).toEqual({ provider: 'postgresql', url })
  for (const bad of ['mysql://toile:secret@db.example/toile', 'postgresql://toile:secret#1@db.example/toile', 'secret']) {
    expect(() => read({ TOILE_DATABASE_URL: bad })).toThrow(/^Setting TOILE_DATABASE_URL: must be like postgresql:/)
    expect(() => read({ TOILE_DATABASE_URL: bad })).not.toThrow(/secret/)
  }
})

test('images lie in the data folder, or in a bucket with its own keys or the machine’s', () => {
  expect(read({}).s3).toBeNull()
  const bucket = { TOILE_S3_BUCKET: 'prints', TOILE_S3_ENDPOINT: 'http://127.0.0.1:9000', TOILE_S3_PATH_STYLE: '1' }
  const own = { TOILE_S3_ACCESS_KEY_ID: 'designer', TOILE_S3_SECRET_ACCESS_KEY: 'secret' }
  const place = { bucket: 'prints', region: 'us-east-1', endpoint: 'http://127.0.0.1:9000', pathStyle: true }
  expect(read(bucket).s3).toEqual({ ...place, credentials: null })
  expect(read({ ...bucket, ...own }).s3).toEqual({
    ...place,
    credentials: { accessKeyId: 'designer', secretAccessKey: 'secret' },
  })
  expect(() => read({ ...bucket, TOILE_S3_ACCESS_KEY_ID: 'designer' })).toThrow(/go together/)
})

test('a secret that others could guess is refused with a way to make one, and is not told', () => {
  const guessable = 'indigo-print.indigo-print.indigo-print.'
  expect(() => read({ TOILE_SECRET: guessable })).toThrow(/says the same again and again; make one with: node -p/)
  expect(() => read({ TOILE_SECRET: guessable })).not.toThrow(/indigo/)
  const good = 'Qm3vX8tLz0aRk5WcJ2uYd7NfHb1Ge9PoS4iT6xVwZEk'
  expect(read({ TOILE_SECRET: good }).secret).toBe(good)
})

test('in production the test checkout gives no credits away: money is taken, or nothing is for sale', () => {
  const production = { NODE_ENV: 'production' }
  const asked: Record<string, string>[] = [{}, { TOILE_TEST_CHECKOUT: '1' }, { TOILE_PAYMENTS: 'test-checkout' }]
  for (const more of asked) expect(() => read({ ...production, ...more })).toThrow(/NODE_ENV is production.*TOILE_PAYMENTS=none/)
  expect(read({ ...production, TOILE_PAYMENTS: 'none' }).payments).toEqual({ kind: 'none' })
  const stripe = (kind: string) => ({ TOILE_STRIPE_SECRET_KEY: `sk_${kind}_abc`, TOILE_STRIPE_WEBHOOK_SECRET: 'whsec_12345678' })
  expect(() => read({ ...production, ...stripe('test') })).toThrow(/is a test key, which takes no money/)
  expect(read({ ...production, ...stripe('live') }).payments.kind).toBe('stripe')
  for (const chosen of ['none', 'test-checkout'])
    expect(() => read({ ...stripe('live'), TOILE_PAYMENTS: chosen })).toThrow(/leave one of them out/)
  expect(() => read({ TOILE_PAYMENTS: 'stripe' })).toThrow(/set TOILE_STRIPE_SECRET_KEY, too/)
  expect(read({ TOILE_PAYMENTS: 'none', TOILE_TEST_CHECKOUT: '1' }).payments).toEqual({ kind: 'none' })
})

test('access is for everybody, or for those whom the operator, a plan or an e-mail domain lets in', () => {
  expect(read({}).access).toEqual({ required: null, domains: [] })
  const school = { TOILE_REQUIRE_ENTITLEMENT: 'creative', TOILE_ENTITLED_DOMAINS: 'School.test, studio.example ,' }
  expect(read(school).access).toEqual({ required: 'creative', domains: ['school.test', 'studio.example'] })
})

test('Stripe needs its key and its webhook’s secret; two secrets count while one is being replaced', () => {
  const stripeOf = (settings: Record<string, string>) => {
    const { payments } = read(settings)
    return payments.kind === 'stripe' ? payments.stripe : payments.kind
  }
  expect(stripeOf({})).toBe('test-checkout')
  const [key, secret] = [{ TOILE_STRIPE_SECRET_KEY: 'sk_test_abc' }, { TOILE_STRIPE_WEBHOOK_SECRET: 'whsec_12345678' }]
  const stripe = { secretKey: 'sk_test_abc', webhookSecrets: ['whsec_12345678'], url: 'https://api.stripe.com' }
  expect(stripeOf({ ...key, ...secret })).toEqual(stripe)
  const two = { TOILE_STRIPE_WEBHOOK_SECRET: 'whsec_12345678, whsec_abcdefgh' }
  expect(stripeOf({ ...key, ...two })).toMatchObject({ webhookSecrets: ['whsec_12345678', 'whsec_abcdefgh'] })
  for (const half of [key, secret]) expect(() => read(half)).toThrow(/go together/)
  const nearby = { TOILE_STRIPE_URL: 'http://127.0.0.1:12111' }
  expect(stripeOf({ ...key, ...secret, ...nearby })).toMatchObject({ url: 'http://127.0.0.1:12111' })
})

test.each([
  ['TOILE_STRIPE_SECRET_KEY', ''],
  ['TOILE_STRIPE_SECRET_KEY', 'pk_test_abcdefgh'],
  ['TOILE_STRIPE_WEBHOOK_SECRET', ''],
  ['TOILE_STRIPE_WEBHOOK_SECRET', 'we_12345678'],
  ['TOILE_STRIPE_WEBHOOK_SECRET', 'whsec_short'],
  ['TOILE_STRIPE_WEBHOOK_SECRET', 'whsec_12345678,'],
  ['TOILE_STRIPE_URL', 'http://stripe.example'],
])('%s=%s does not start, and is not repeated', (name, value) => {
  const whole = { TOILE_STRIPE_SECRET_KEY: 'sk_test_abc', TOILE_STRIPE_WEBHOOK_SECRET: 'whsec_12345678' }
  const start = () => read({ ...whole, [name]: value })
  expect(start).toThrow(ConfigError)
  expect(start).toThrow(new RegExp(name))
  if (value !== '') expect(start).not.toThrow(value)
})

test.each([
  ['TOILE_PORT', 'eighty'],
  ['TOILE_PORT', ''],
  ['TOILE_PORT', '70000'],
  ['TOILE_SECRET', ''],
  ['TOILE_SECRET', 'short'],
  ['TOILE_SECRET', 'change-me-change-me-change-me-change-me'],
  ['TOILE_REQUIRE_ENTITLEMENT', 'Creative people'],
  ['TOILE_ENTITLED_DOMAINS', 'ana@school.test'],
  ['TOILE_ENTITLED_DOMAINS', 'school.test'],
  ['TOILE_EXTENSION_ORIGINS', 'https://example.org'],
  ['TOILE_TEST_CHECKOUT', 'yes'],
  ['TOILE_PUBLIC_URL', 'toile'],
  ['TOILE_PUBLIC_URL', 'localhost:8787'],
  ['TOILE_HOST', ''],
  ['TOILE_DATA', ''],
])('%s=%s is an error that names the setting', (name, value) => {
  expect(() => read({ [name]: value })).toThrow(ConfigError)
  expect(() => read({ [name]: value })).toThrow(`Setting ${name}`)
})
