import * as z from 'zod'
import { credits, hexColour, id, moment } from './credits.ts'
import { draft, jobState, operation } from './generation.ts'
import { project } from './projects.ts'
import { walletSettings } from './wallet-settings.ts'

/** Whether the operator wants an entitlement before anyone buys or makes images, and whether this account has it. */
export const access = z.object({
  /** The entitlement's name, or null where everybody may. */
  required: z.string().nullable(),
  granted: z.boolean(),
  /** E-mail domains whose members have it, and plans that bring it. */
  domains: z.array(z.string()),
  plans: z.array(z.string()),
})
export type Access = z.infer<typeof access>

/** Who is asking. A guest has no verified e-mail yet. */
export const me = z.object({
  accountId: id,
  guest: z.boolean(),
  email: z.email().nullable(),
  access: access.default({ required: null, granted: true, domains: [], plans: [] }),
})
export type Me = z.infer<typeof me>

/** What somebody gets who has no account here yet; told to everybody, so that it can be told before there is an account. */
export const trialOffer = z.object({
  credits,
  /** How long they are good for. */
  days: z.int().nonnegative(),
  /** What an image from words costs at the smallest size. */
  creditsPerImage: credits,
})
export type TrialOffer = z.infer<typeof trialOffer>

/** The account that is meant: a token that has become another account's since deletes nothing (`NOT_FOUND`). */
export const accountDeletion = z.strictObject({ accountId: id })
export type AccountDeletion = z.infer<typeof accountDeletion>

/** What was erased. The ledger stays, under an id that names nobody. */
export const accountErasure = z.object({
  accountId: id,
  images: z.int().nonnegative(),
  /** Requests, with their prompts. */
  requests: z.int().nonnegative(),
  /** Credits that were left, and are lost. */
  credits,
})
export type AccountErasure = z.infer<typeof accountErasure>

/** Which list, and the id of the last one of the part before; none at a list's beginning. */
const exportCursor = z.string().regex(/^(?:requests|images):[A-Za-z0-9_-]{0,64}$/)

/** Asks for everything that is kept of an account, in parts: the first without a cursor, until `nextCursor` is null. */
export const accountExportRequest = z.strictObject({ cursor: exportCursor.optional() }).prefault({})
export type AccountExportRequest = z.infer<typeof accountExportRequest>

const exportedRequest = z.object({
  id,
  createdAt: moment,
  operation,
  prompt: z.string(),
  projectId: z.string().nullable(),
  sourceImageId: z.string().nullable(),
  count: z.int(),
  size: z.int(),
  engine: z.string(),
  seed: z.int(),
  options: z.record(z.string(), z.unknown()),
  creditsEach: credits,
  images: z.array(z.object({ imageId: z.string().nullable(), state: jobState, charged: credits, reason: z.string().nullable() })),
})

const exportedImage = z.object({
  id,
  createdAt: moment,
  /** Brought by the designer, or made. */
  role: z.string(),
  /** A good name for its file. */
  name: z.string(),
  mime: z.string(),
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  palette: z.array(hexColour),
  favourite: z.boolean(),
  /** Where it was found. */
  pageUrl: z.string().nullable(),
  pageTitle: z.string().nullable(),
  imageUrl: z.string().nullable(),
  /** What it takes to make it again; null for what was brought. */
  recipe: z.record(z.string(), z.unknown()).nullable(),
  /** The file, for the next hour or two, and its shapes where it was drawn of shapes. */
  url: z.url(),
  svgUrl: z.url().nullable(),
})
export type ExportedImage = z.infer<typeof exportedImage>

/** What is kept of an account beside its lists. */
const exportedAccount = z.object({
  ...me.omit({ access: true }).shape,
  createdAt: moment,
  /** Browsers that are signed in. */
  sessions: z.array(z.object({ createdAt: moment, userAgent: z.string().nullable() })),
  settings: walletSettings,
  projects: z.array(project),
  payments: z.array(
    z.object({
      id,
      createdAt: moment,
      /** What was bought: a pack, a plan, a change of plan, or the use of pay-as-you-go. */
      kind: z.string().default('pack'),
      offerId: z.string().default(''),
      credits,
      amount: z.int(),
      currency: z.string(),
      /** What went back of the amount, by refunds and disputes. */
      undone: z.int().default(0),
      state: z.string(),
      paidAt: moment.nullable(),
    }),
  ),
  /** Visits to a checkout, also those where nothing was bought. */
  checkouts: z
    .array(
      z.object({
        id,
        createdAt: moment,
        kind: z.string(),
        offerId: z.string(),
        credits,
        amount: z.int(),
        currency: z.string(),
        /** Of pay-as-you-go. */
        cap: credits.nullable(),
        state: z.string(),
        finishedAt: moment.nullable(),
      }),
    )
    .default([]),
  /** Plans and pay-as-you-go, those that have ended, too. */
  subscriptions: z
    .array(
      z.object({
        id,
        createdAt: moment,
        kind: z.string(),
        state: z.string(),
        planId: z.string().nullable(),
        nextPlanId: z.string().nullable(),
        cap: credits.nullable(),
        period: z.object({ start: moment, end: moment }),
        endsWithPeriod: z.boolean(),
        endedAt: moment.nullable(),
      }),
    )
    .default([]),
  /** Use of pay-as-you-go that was told to the payment service, or will be. */
  use: z.array(z.object({ at: moment, credits, sentAt: moment.nullable() })).default([]),
  /** Who the account is at payment services. */
  customers: z.array(z.object({ provider: z.string(), reference: z.string() })).default([]),
  /** Promo codes that were redeemed. */
  promos: z.array(z.object({ at: moment, code: z.string() })).default([]),
  /** What the account may use, and why: `operator`, or the plan that brings it. */
  entitlements: z.array(z.object({ name: z.string(), source: z.string(), since: moment, until: moment.nullable() })).default([]),
  alerts: z
    .array(
      z.object({
        details: z.record(z.string(), z.unknown()),
        raisedAt: moment,
        resolvedAt: moment.nullable(),
        acknowledgedAt: moment.nullable(),
      }),
    )
    .default([]),
  drafts: z.array(draft),
  /** Why the operator gave or took credits. */
  adjustments: z.array(z.object({ at: moment, credits: z.int(), reason: z.string() })),
})

/** A part of all that is kept of an account, but for images that were deleted. The credits' history is `wallet.export`. */
export const accountExportPart = z.object({
  /** In the first part only. */
  account: exportedAccount.nullable(),
  /** How many there are in all; in the first part only. */
  counts: z.object({ images: z.int(), requests: z.int() }).nullable(),
  requests: z.array(exportedRequest),
  images: z.array(exportedImage),
  nextCursor: z.string().nullable(),
})
export type AccountExportPart = z.infer<typeof accountExportPart>
