import type { Checkout, MeteredEnabling, MeteredStanding, PlanChange, PlanChangePreview, PlanList } from 'shared'
import {
  checkout,
  type MeteredCapRequest,
  type MeteredEnableRequest,
  meteredCapRequest,
  meteredEnableRequest,
  meteredEnabling,
  meteredStanding,
  type PlanChangeRequest,
  type PlanRequest,
  planChange,
  planChangePreview,
  planChangeQuestion,
  planChangeRequest,
  planList,
  planRequest,
} from 'shared'
import type { Gate } from '../entitlements/gate.ts'
import type { Member } from '../member.ts'
import type { Offers } from '../payments/offers/offers.ts'
import { memberProcedure, router } from '../trpc.ts'

/** What a designer does about credits that come again. */
export interface PlansForSale {
  list(accountId: string): Promise<PlanList>
  subscribe(member: Member, request: PlanRequest): Promise<Checkout>
  preview(accountId: string, planId: string): Promise<PlanChangePreview>
  change(accountId: string, request: PlanChangeRequest): Promise<PlanChange>
  cancel(accountId: string): Promise<PlanList>
  resume(accountId: string): Promise<PlanList>
}

/** What a designer does about credits that are billed once they are used. */
export interface MeteredForSale {
  enable(member: Member, request: MeteredEnableRequest): Promise<MeteredEnabling>
  setCap(accountId: string, request: MeteredCapRequest): Promise<MeteredStanding>
  disable(accountId: string): Promise<MeteredStanding>
}

/** Who may buy: a plan that brings access may be the way in. Whoever has a plan may end it, access or none. */
interface Selling {
  gate: Gate
  offers: Offers
}

export const plansRouter = ({ plans, gate, offers }: Selling & { plans: PlansForSale }) =>
  router({
    list: memberProcedure.output(planList).query(({ ctx }) => plans.list(ctx.member.accountId)),
    subscribe: memberProcedure
      .input(planRequest)
      .output(checkout)
      .mutation(async ({ ctx, input }) => {
        await gate.require(ctx.member, offers.plan(input.planId).entitlement)
        return plans.subscribe(ctx.member, input)
      }),
    preview: memberProcedure
      .input(planChangeQuestion)
      .output(planChangePreview)
      .query(({ ctx, input }) => plans.preview(ctx.member.accountId, input.planId)),
    change: memberProcedure
      .input(planChangeRequest)
      .output(planChange)
      .mutation(async ({ ctx, input }) => {
        // One's own plan may not be sold any more, and is gone back to all the same.
        const sold = offers.plans.find(({ id }) => id === input.planId)
        await gate.require(ctx.member, sold?.entitlement ?? null)
        return plans.change(ctx.member.accountId, input)
      }),
    cancel: memberProcedure.output(planList).mutation(({ ctx }) => plans.cancel(ctx.member.accountId)),
    resume: memberProcedure.output(planList).mutation(({ ctx }) => plans.resume(ctx.member.accountId)),
  })

export const meteredRouter = ({ metered, gate }: Selling & { metered: MeteredForSale }) =>
  router({
    enable: memberProcedure
      .input(meteredEnableRequest)
      .output(meteredEnabling)
      .mutation(async ({ ctx, input }) => {
        await gate.require(ctx.member)
        return metered.enable(ctx.member, input)
      }),
    setCap: memberProcedure
      .input(meteredCapRequest)
      .output(meteredStanding)
      .mutation(({ ctx, input }) => metered.setCap(ctx.member.accountId, input)),
    disable: memberProcedure.output(meteredStanding).mutation(({ ctx }) => metered.disable(ctx.member.accountId)),
  })
