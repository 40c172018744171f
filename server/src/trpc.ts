import { initTRPC, TRPCError } from '@trpc/server'
import type { WireError } from 'shared'
import { maxUploadBytes } from 'shared'
import * as z from 'zod'
import type { Member } from './member.ts'
import { ToileError } from './platform/errors.ts'

/** What every procedure knows about its caller. */
export interface Context {
  member: Member | null
}

/** The one map from our errors to tRPC's (and so to HTTP's) codes. */
const trpcCodes: Partial<Record<WireError['code'], TRPCError['code']>> = {
  UNAUTHORIZED: 'UNAUTHORIZED',
  FORBIDDEN: 'FORBIDDEN',
  NOT_FOUND: 'NOT_FOUND',
  IDEMPOTENCY_MISMATCH: 'CONFLICT',
  HOLD_FINISHED: 'CONFLICT',
  PRICE_CHANGED: 'CONFLICT',
  ALREADY_SUBSCRIBED: 'CONFLICT',
  NOT_ENTITLED: 'FORBIDDEN',
  PAYMENTS_AWAY: 'SERVICE_UNAVAILABLE',
  INSUFFICIENT_CREDITS: 'PAYMENT_REQUIRED',
  IN_DEBT: 'PAYMENT_REQUIRED',
  RESERVE_REACHED: 'PRECONDITION_FAILED',
  BUDGET_REACHED: 'PRECONDITION_FAILED',
  IMAGE_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  UNSUPPORTED_IMAGE: 'UNSUPPORTED_MEDIA_TYPE',
  NOT_UNDERSTOOD: 'UNPROCESSABLE_CONTENT',
  NO_SUBJECT: 'UNPROCESSABLE_CONTENT',
  BUSY: 'TOO_MANY_REQUESTS',
  INTERNAL: 'INTERNAL_SERVER_ERROR',
}

const t = initTRPC.context<Context>().create({
  sse: {
    ping: { enabled: true, intervalMs: 15_000 },
    maxDurationMs: 15 * 60_000,
    client: { reconnectAfterInactivityMs: 40_000 },
  },
  // Only our own code and details travel: no message, stack or path of ours.
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: wire(error).code,
    data: { code: shape.data.code, httpStatus: shape.data.httpStatus, toile: wire(error) },
  }),
})

/** How an error of any kind looks to the client. */
export function wire(error: TRPCError): WireError {
  if (error.cause instanceof ToileError) return { code: error.cause.code, details: error.cause.details }
  if (error.code === 'BAD_REQUEST' && error.cause instanceof z.ZodError)
    return { code: 'BAD_REQUEST', details: { field: error.cause.issues[0]?.path.join('.') ?? '' } }
  if (error.code === 'PAYLOAD_TOO_LARGE') return { code: 'IMAGE_TOO_LARGE', details: { maxBytes: maxUploadBytes } }
  if (error.code === 'NOT_FOUND') return { code: 'NOT_FOUND', details: {} }
  const ours = error.code === 'INTERNAL_SERVER_ERROR'
  return { code: ours ? 'INTERNAL' : 'BAD_REQUEST', details: {} }
}

/** Our errors leave procedures as tRPC errors that carry them. */
const typedErrors = t.middleware(async ({ next }) => {
  const result = await next()
  if (!result.ok && result.error.cause instanceof ToileError) {
    throw new TRPCError({ code: trpcCodes[result.error.cause.code] ?? 'BAD_REQUEST', cause: result.error.cause })
  }
  return result
})

export const router = t.router

/** For everybody, with or without an account. */
export const publicProcedure = t.procedure.use(typedErrors)

/** For members of an account, guests included; everything else is `UNAUTHORIZED`. */
export const memberProcedure = publicProcedure.use(({ ctx, next }) => {
  if (ctx.member === null) throw new TRPCError({ code: 'UNAUTHORIZED', cause: new ToileError('UNAUTHORIZED') })
  return next({ ctx: { member: ctx.member } })
})
