import { accountDeletion, accountErasure, accountExportPart, accountExportRequest, me, trialOffer } from 'shared'
import type { Gate } from '../entitlements/gate.ts'
import { memberProcedure, publicProcedure, router } from '../trpc.ts'
import type { Accounts } from './accounts.ts'

export const accountsRouter = (accounts: Accounts, gate: Gate) =>
  router({
    trial: publicProcedure.output(trialOffer).query(() => accounts.trialOffer()),
    me: memberProcedure.output(me).query(async ({ ctx: { member } }) => {
      const { accountId, guest, email } = member
      return { accountId, guest, email, access: await gate.access(member) }
    }),
    export: memberProcedure
      .input(accountExportRequest)
      .output(accountExportPart)
      .query(({ ctx, input }) => accounts.export(ctx.member, input.cursor)),
    delete: memberProcedure
      .input(accountDeletion)
      .output(accountErasure)
      .mutation(({ ctx, input }) => accounts.delete(ctx.member, input.accountId)),
  })
