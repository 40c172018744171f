import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import type { AccessRules } from './entitlements/gate.ts'
import { accessRules, accessVariables } from './entitlements/settings.ts'
import { type S3Settings, s3Settings, s3Variables } from './images/s3-settings.ts'
import { type PaymentSettings, paymentSettings, paymentVariables } from './payments/settings.ts'
import type { DatabaseAddress } from './platform/database.ts'
import { ConfigError, commaSeparated, filled, httpUrl, whole } from './platform/settings.ts'
import { howToMakeSecret, weaknessOf } from './platform/weak-secret.ts'

/** The id that the `key` in the extension's manifest gives every unpacked build. */
export const unpackedExtensionOrigin = 'chrome-extension://jnblbghlihnigpeneedjndeibmbnhdio'

const extensionOrigin = z.string().regex(/^(chrome|moz)-extension:\/\/[a-z0-9-]+$/, 'must be like chrome-extension://<id>')
const secret = z.string().superRefine((value, refused) => {
  const weakness = weaknessOf(value)
  const message = `${weakness}; ${howToMakeSecret} (or leave it out: Toile makes one and keeps it in the data folder)`
  if (weakness !== null) refused.addIssue({ code: 'custom', message })
})

/** Every setting, with its default. README's table of settings says the same. */
const settings = z.strictObject({
  TOILE_HOST: filled('an address or a name').default('127.0.0.1'),
  TOILE_PORT: whole(0, 65535).default(8787),
  /** Folder of the images, the secret and, without TOILE_DATABASE_URL, the database. */
  TOILE_DATA: filled('a folder').default('data'),
  /** A PostgreSQL; SQLite in the data folder if not set. */
  TOILE_DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be like postgresql://user:password@host:5432/database, with %40 for an @ in the password and so on',
    })
    .optional(),
  ...s3Variables.shape,
  /** Where browsers reach the server, if not at its own host and port. */
  TOILE_PUBLIC_URL: httpUrl.optional(),
  /** Comma-separated origins of extensions that may talk to the server. */
  TOILE_EXTENSION_ORIGINS: commaSeparated.pipe(z.array(extensionOrigin).min(1)).default([unpackedExtensionOrigin]),
  /** Signs sessions and image addresses; made and kept in the data folder if not set. */
  TOILE_SECRET: secret.optional(),
  TOILE_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  TOILE_TRIAL_CREDITS: whole(0, 100_000).default(25),
  TOILE_TRIAL_DAYS: whole(1, 3650).default(14),
  ...accessVariables.shape,
  /** Worker threads that draw. */
  TOILE_PRINT_THREADS: whole(1, 64).default(availableParallelism()),
  /** Longest time for one image, in ms. */
  TOILE_IMAGE_TIMEOUT_MS: whole(1000, 3_600_000).default(60_000),
  /** A file that names the AI services to use. */
  TOILE_ENGINES: filled('a file')
    .transform((file) => resolve(file))
    .optional(),
  ...paymentVariables.shape,
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
    offersFile: set.TOILE_OFFERS ?? null,
    enginesFile: set.TOILE_ENGINES ?? null,
    variable: (name) => environment[name],
  }
}

function describe(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') {
    return `Unknown setting ${issue.keys.join(', ')}. Known: ${Object.keys(settings.shape).join(', ')}.`
  }
  return `Setting ${issue.path.join('.')}: ${issue.message}.`
}
