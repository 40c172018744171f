import {
  balance,
  exportPart,
  exportRequest,
  forecast,
  forecastRequest,
  historyPage,
  historyRequest,
  lot,
  usage,
  usageRequest,
  walletSettings,
  walletSettingsUpdate,
} from 'shared'
import * as z from 'zod'
import { memberProcedure, router } from '../trpc.ts'
import type { ProjectNames } from './reads/usage.ts'
import type { Wallet } from './wallet.ts'

export const walletRouter = (wallet: Wallet, projectNames: ProjectNames) =>
  router({
    balance: memberProcedure.output(balance).query(({ ctx }) => wallet.balance(ctx.member.accountId)),
    lots: memberProcedure.output(z.array(lot)).query(({ ctx }) => wallet.lots(ctx.member.accountId)),
    history: memberProcedure
      .input(historyRequest)
      .output(historyPage)
      .query(({ ctx, input }) => wallet.history(ctx.member.accountId, input)),
    export: memberProcedure
      .input(exportRequest)
      .output(exportPart)
      .query(({ ctx, input }) => wallet.export(ctx.member.accountId, input, projectNames)),
    forecast: memberProcedure
      .input(forecastRequest)
      .output(forecast)
      .query(({ ctx, input }) => wallet.forecast(ctx.member.accountId, input)),
    usage: memberProcedure
      .input(usageRequest)
      .output(usage)
      .query(({ ctx, input }) => wallet.usage(ctx.member.accountId, input, projectNames)),
    settings: memberProcedure.output(walletSettings).query(({ ctx }) => wallet.settings(ctx.member.accountId)),
    updateSettings: memberProcedure
      .input(walletSettingsUpdate)
      .output(walletSettings)
      .mutation(async ({ ctx: { member }, input: { intentId, ...settings } }) => {
        const { accountId } = member
        await wallet.configure({ accountId, key: `settings:${intentId}`, settings })
        return wallet.settings(accountId)
      }),
  })
