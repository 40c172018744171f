import {
  paymentExportRequest,
  paymentFile,
  paymentHistoryRequest,
  paymentPage,
  paymentPortal,
  paymentReceiptRequest,
} from 'shared'
import { memberProcedure, router } from '../trpc.ts'
import type { Portal } from './portal.ts'
import type { PaymentRecords } from './records/records.ts'

export const paymentsRouter = ({ records, portal }: { records: PaymentRecords; portal: Portal }) =>
  router({
    history: memberProcedure
      .input(paymentHistoryRequest)
      .output(paymentPage)
      .query(({ ctx, input }) => records.history(ctx.member, input)),
    receipt: memberProcedure
      .input(paymentReceiptRequest)
      .output(paymentFile)
      .query(({ ctx, input }) => records.receipt(ctx.member, input)),
    export: memberProcedure
      .input(paymentExportRequest)
      .output(paymentFile)
      .query(({ ctx, input }) => records.export(ctx.member, input)),
    portal: memberProcedure.output(paymentPortal).mutation(async ({ ctx }) => ({ url: await portal(ctx.member) })),
  })
