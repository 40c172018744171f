import {
  draft,
  draftResumption,
  engineOffer,
  generation,
  generationListRequest,
  generationMove,
  generationPage,
  generationRequest,
  id,
  receipt,
  understanding,
  understandingRequest,
} from 'shared'
import * as z from 'zod'
import { memberProcedure, router } from '../trpc.ts'
import type { Generations } from './generations.ts'

const oneGeneration = z.strictObject({ id })

export const generationsRouter = (generations: Generations) =>
  router({
    request: memberProcedure
      .input(generationRequest)
      .output(generation)
      .mutation(({ ctx, input }) => generations.request(ctx.member, input)),
    understand: memberProcedure
      .input(understandingRequest)
      .output(understanding)
      .query(({ input }) => generations.understand(input)),
    get: memberProcedure
      .input(oneGeneration)
      .output(generation)
      .query(({ ctx, input }) => generations.get(ctx.member.accountId, input.id)),
    list: memberProcedure
      .input(generationListRequest)
      .output(generationPage)
      .query(({ ctx, input }) => generations.list(ctx.member.accountId, input)),
    cancel: memberProcedure
      .input(oneGeneration)
      .output(generation)
      .mutation(({ ctx, input }) => generations.cancel(ctx.member.accountId, input.id)),
    receipt: memberProcedure
      .input(oneGeneration)
      .output(receipt)
      .query(({ ctx, input }) => generations.receipt(ctx.member.accountId, input.id)),
    move: memberProcedure
      .input(generationMove)
      .output(generation)
      .mutation(({ ctx, input }) => generations.move(ctx.member.accountId, input.id, input.projectId)),
    engines: memberProcedure.output(z.array(engineOffer)).query(() => generations.engines()),
    drafts: memberProcedure.output(z.array(draft)).query(({ ctx }) => generations.drafts(ctx.member.accountId)),
    resumeDraft: memberProcedure
      .input(draftResumption)
      .output(generation)
      .mutation(({ ctx, input }) => generations.resumeDraft(ctx.member, input)),
  })
