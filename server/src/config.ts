import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import { type AccessRules, entitlementName } from './entitlements/gate.ts'
import type { S3Settings } from './images/s3-storage.ts'
import { isTestKey, type StripeSettings, stripeUrl } from './payments/providers/stripe/settings.ts'
import type { DatabaseAddress } from './platform/database.ts'
import { isLoopbackHost } from './platform/loopback.ts'
import { howToMakeSecret, weaknessOf } from './platform/weak-secret.ts'

/** The id that the `key` in the extension's manifest gives every unpacked build. */
export const unpackedExtensionOrigin = 'chrome-extension://jnblbghlihnigpeneedjndeibmbnhdio'

const whole = (low: number, high: number) => {
  const rule = `must be a whole number from ${low} to ${high}`
  return z
    .string()
    .regex(/^\d+$/, rule)
    .transform(Number)
    .refine((value) => value >= low && value <= high, rule)
}
const extensionOrigin = z.string().regex(/^(chrome|moz)-extension:\/\/[a-z0-9-]+$/, 'must be like chrome-extension://<id>')
const secret = z.string().superRefine((value, refused) => {
  const weakness = weaknessOf(value)
  const message = `${weakness}; ${howToMakeSecret} (or leave it out: Toile makes one and keeps it in the data folder)`
  if (weakness !== null) refused.addIssue({ code: 'custom', message })
})
const yesOrNo = z.enum(['0', '1']).transform((value) => value === '1')

/** Every setting, with its default. README's table of settings says the same. */
const settings = z.strictObject({
  TOILE_HOST: z.string().min(1, 'needs an address or a name').default('127.0.0.1'),
  TOILE_PORT: whole(0, 65535).default(8787),
  /** Folder of the images, the secret and, without TOILE_DATABASE_URL, the database. */
  TOILE_DATA: z.string().min(1, 'needs a folder').default('data'),
  /** A PostgreSQL; SQLite in the data folder if not set. */
  TOILE_DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be like postgresql://user:password@host:5432/database, with %40 for an @ in the password and so on',
    })
    .optional(),
  /** A bucket for the images; a folder of the data folder if not set. */
  TOILE_S3_BUCKET: z.string().min(1, 'needs a name').optional(),
  TOILE_S3_REGION: z.string().min(1, 'needs a name').default('us-east-1'),
  /** A service that is not Amazon's. */
  TOILE_S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must begin with http:// or https://' }).optional(),
  /** As the machine provides them (role, profile) if not set. */
  TOILE_S3_ACCESS_KEY_ID: z.string().min(1, 'needs a key').optional(),
  TOILE_S3_SECRET_ACCESS_KEY: z.string().min(1, 'needs a key').optional(),
  /** The bucket's name stands in the path, as most services that are not Amazon's want it. */
  TOILE_S3_PATH_STYLE: yesOrNo.default(false),
  /** Where browsers reach the server, if not at its own host and port. */
  TOILE_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must begin with http:// or https://' }).optional(),
  /** Comma-separated origins of extensions that may talk to the server. */
  TOILE_EXTENSION_ORIGINS: z
    .string()
    .default(unpackedExtensionOrigin)
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .pipe(z.array(extensionOrigin).min(1)),
  /** Signs sessions and image addresses; made and kept in the data folder if not set. */
  TOILE_SECRET: secret.optional(),
  TOILE_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TOILE_TRIAL_CREDITS: whole(0, 100_000).default(25),
  TOILE_TRIAL_DAYS: whole(1, 3650).default(14),
  /** The entitlement that an account needs to buy and to make images; everybody may if not set. */
  TOILE_REQUIRE_ENTITLEMENT: z
    .string()
    .regex(entitlementName, 'needs a name of small letters, digits and dashes, like creative')
    .optional(),
  /** Comma-separated e-mail domains whose members have it. */
  TOILE_ENTITLED_DOMAINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .toLowerCase()
        .split(',')
        .map((domain) => domain.trim())
        .filter((domain) => domain !== ''),
    )
    .pipe(z.array(z.string().regex(z.regexes.domain, 'must be like studio.com, school.edu'))),
  /** Worker threads that draw. */
  TOILE_PRINT_THREADS: whole(1, 64).default(availableParallelism()),
  /** Longest time for one image, in ms. */
  TOILE_IMAGE_TIMEOUT_MS: whole(1000, 3_600_000).default(60_000),
  /** A file that names the AI services to use. */
  TOILE_ENGINES: z.string().min(1, 'needs a file').optional(),
  /** Who takes the money: Stripe with its key, else the test checkout. `none` sells nothing. */
  TOILE_PAYMENTS: z.enum(['stripe', 'test-checkout', 'none']).optional(),
  /** An account at Stripe: then payments are real, or with a test key Stripe's test ones. The two go together. */
  TOILE_STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, 'must begin with sk_test_, sk_live_, rk_test_ or rk_live_')
    .optional(),
  /** Of the webhook /webhooks/stripe; two, comma-separated, while one is being replaced. */
  TOILE_STRIPE_WEBHOOK_SECRET: z
    .string()
    .transform((list) => list.split(',').map((secret) => secret.trim()))
    .pipe(z.array(z.string().regex(/^whsec_\w{8,}$/, 'must begin with whsec_, as Stripe shows it')).max(2, 'takes one or two'))
    .optional(),
  /** A stand-in for Stripe. */
  TOILE_STRIPE_URL: z
    .url({ protocol: /^https?$/, error: 'must begin with https://' })
    .refine((url) => url.startsWith('https://') || isLoopbackHost(new URL(url).host), 'must begin with https://')
    .default(stripeUrl),
  /** A file with what is for sale. */
  TOILE_OFFERS: z.string().min(1, 'needs a file').optional(),
  /** Serve the test checkout beyond this machine: no money moves there. */
  TOILE_TEST_CHECKOUT: yesOrNo.default(false),
})

export interface Config {
  host: string
  port: number
  dataFolder: string
  database: DatabaseAddress
  /** Null: images lie in the data folder. */
  s3: S3Settings | null
  publicUrl: string | null
  extensionOrigins: string[]
  /** Null: the one kept in the data folder. */
  secret: string | null
  logLevel: z.infer<typeof settings>['TOILE_LOG_LEVEL']
  trial: { credits: number; days: number }
  access: AccessRules
  printThreads: number
  imageTimeoutMs: number
  payments: PaymentSettings
  /** Null: what Toile sells by itself. */
  offersFile: string | null
  /** Null: the print engine alone. */
  enginesFile: string | null
  /** Any variable of the environment: where the engines' keys lie. */
  variable: (name: string) => string | undefined
}

/** Who takes the money. */
export type PaymentSettings =
  /** Nobody: nothing is for sale. */
  | { kind: 'none' }
  | { kind: 'stripe'; stripe: StripeSettings }
  /** Nobody either, and credits are given all the same: for trying things out, `anywhere` also from other machines. */
  | { kind: 'test-checkout'; anywhere: boolean }

/** A setting is missing, bad or unknown. The message names it and says what is wrong. */
export class ConfigError extends Error {}

/** Reads the environment, the only place that does. Touches nothing. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const own = Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith('TOILE_')))
  const parsed = settings.safeParse(own)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(describe).join('\n'))
  const set = parsed.data
  const dataFolder = resolve(set.TOILE_DATA)
  return {
    host: set.TOILE_HOST,
    port: set.TOILE_PORT,
    dataFolder,
    database:
      set.TOILE_DATABASE_URL === undefined
        ? { provider: 'sqlite', file: join(dataFolder, 'toile.db') }
        : { provider: 'postgresql', url: set.TOILE_DATABASE_URL },
    s3: s3Settings(set),
    publicUrl: set.TOILE_PUBLIC_URL?.replace(/\/$/, '') ?? null,
    extensionOrigins: set.TOILE_EXTENSION_ORIGINS,
    secret: set.TOILE_SECRET ?? null,
    logLevel: set.TOILE_LOG_LEVEL,
    trial: { credits: set.TOILE_TRIAL_CREDITS, days: set.TOILE_TRIAL_DAYS },
    access: accessRules(set),
    printThreads: set.TOILE_PRINT_THREADS,
    imageTimeoutMs: set.TOILE_IMAGE_TIMEOUT_MS,
    payments: paymentSettings(set, environment.NODE_ENV === 'production'),
    offersFile: set.TOILE_OFFERS === undefined ? null : resolve(set.TOILE_OFFERS),
    enginesFile: set.TOILE_ENGINES === undefined ? null : resolve(set.TOILE_ENGINES),
    variable: (name) => environment[name],
  }
}

/** Chosen by what is set; said outright, it must agree with that. */
function paymentSettings(set: z.infer<typeof settings>, production: boolean): PaymentSettings {
  const stripe = stripeSettings(set)
  const { TOILE_PAYMENTS: chosen = stripe === null ? 'test-checkout' : 'stripe' } = set
  if (stripe !== null && chosen !== 'stripe')
    throw new ConfigError(`Setting TOILE_PAYMENTS is ${chosen}, and TOILE_STRIPE_SECRET_KEY is set: leave one of them out.`)
  if (chosen === 'none') return { kind: 'none' }
  if (chosen === 'test-checkout') {
    if (production)
      throw new ConfigError(`NODE_ENV is production, where the test checkout would give credits away: ${realPayments}.`)
    return { kind: 'test-checkout', anywhere: set.TOILE_TEST_CHECKOUT }
  }
  if (stripe === null) throw new ConfigError('Setting TOILE_PAYMENTS is stripe: set TOILE_STRIPE_SECRET_KEY, too.')
  if (production && isTestKey(stripe))
    throw new ConfigError(
      `NODE_ENV is production, and TOILE_STRIPE_SECRET_KEY is a test key, which takes no money: ${realPayments}.`,
    )
  return { kind: 'stripe', stripe }
}

const realPayments = 'set TOILE_STRIPE_SECRET_KEY to a live key, or TOILE_PAYMENTS=none to sell nothing'

function accessRules(set: z.infer<typeof settings>): AccessRules {
  const { TOILE_REQUIRE_ENTITLEMENT: required = null, TOILE_ENTITLED_DOMAINS: domains } = set
  if (required === null && domains.length > 0)
    throw new ConfigError('Setting TOILE_ENTITLED_DOMAINS needs TOILE_REQUIRE_ENTITLEMENT: without it everybody has access.')
  return { required, domains }
}

function s3Settings(set: z.infer<typeof settings>): S3Settings | null {
  const { TOILE_S3_BUCKET: bucket, TOILE_S3_ACCESS_KEY_ID: accessKeyId, TOILE_S3_SECRET_ACCESS_KEY: secretAccessKey } = set
  if (bucket === undefined) return null
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    throw new ConfigError('Settings TOILE_S3_ACCESS_KEY_ID and TOILE_S3_SECRET_ACCESS_KEY go together.')
  }
  return {
    bucket,
    region: set.TOILE_S3_REGION,
    endpoint: set.TOILE_S3_ENDPOINT ?? null,
    credentials: accessKeyId === undefined || secretAccessKey === undefined ? null : { accessKeyId, secretAccessKey },
    pathStyle: set.TOILE_S3_PATH_STYLE,
  }
}

function stripeSettings(set: z.infer<typeof settings>): StripeSettings | null {
  const { TOILE_STRIPE_SECRET_KEY: secretKey, TOILE_STRIPE_WEBHOOK_SECRET: webhookSecrets, TOILE_STRIPE_URL: url } = set
  if (secretKey === undefined && webhookSecrets === undefined) return null
  if (secretKey === undefined || webhookSecrets === undefined) {
    throw new ConfigError('Settings TOILE_STRIPE_SECRET_KEY and TOILE_STRIPE_WEBHOOK_SECRET go together.')
  }
  return { secretKey, webhookSecrets, url }
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `Unknown setting ${issue.keys.join(', ')}. Known: ${Object.keys(settings.shape).join(', ')}.`
  }
  return `Setting ${issue.path.join('.')}: ${issue.message}.`
}
