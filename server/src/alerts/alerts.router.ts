import { alert, alertAcknowledgement, alertList, alertListRequest } from 'shared'
import { memberProcedure, router } from '../trpc.ts'
import type { Alerts } from './alerts.ts'

export const alertsRouter = (alerts: Alerts) =>
  router({
    list: memberProcedure
      .input(alertListRequest)
      .output(alertList)
      .query(async ({ ctx, input }) => ({ alerts: await alerts.list(ctx.member.accountId, input.limit) })),
    acknowledge: memberProcedure
      .input(alertAcknowledgement)
      .output(alert)
      .mutation(({ ctx, input }) => alerts.acknowledge(ctx.member.accountId, input.id)),
  })
