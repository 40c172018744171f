import { balance, historyPage, historyRequest, lot } from 'shared'
import * as z from 'zod'
import { memberProcedure, router } from '../trpc.ts'
import type { Wallet } from './wallet.ts'

export const walletRouter = (wallet: Wallet) =>
  router({
    balance: memberProcedure.output(balance).query(({ ctx }) => wallet.balance(ctx.member.accountId)),
    lots: memberProcedure.output(z.array(lot)).query(({ ctx }) => wallet.lots(ctx.member.accountId)),
    history: memberProcedure
      .input(historyRequest)
      .output(historyPage)
      .query(({ ctx, input }) => wallet.history(ctx.member.accountId, input)),
  })
