import { accountDeletion, accountErasure, accountExportPart, accountExportRequest, me, trialOffer } from 'shared'
import { memberProcedure, publicProcedure, router } from '../trpc.ts'
import type { Accounts } from './accounts.ts'

export const accountsRouter = (accounts: Accounts) =>
  router({
    trial: publicProcedure.output(trialOffer).query(() => accounts.trialOffer()),
    me: memberProcedure
      .output(me)
      .query(({ ctx: { member } }) => ({ accountId: member.accountId, guest: member.guest, email: member.email })),
    export: memberProcedure
      .input(accountExportRequest)
      .output(accountExportPart)
      .query(({ ctx, input }) => accounts.export(ctx.member, input.cursor)),
    delete: memberProcedure
      .input(accountDeletion)
      .output(accountErasure)
      .mutation(({ ctx, input }) => accounts.delete(ctx.member, input.accountId)),
  })
