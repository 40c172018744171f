import type {
  Balance,
  ExportPart,
  ExportRequest,
  Forecast,
  ForecastRequest,
  HistoryPage,
  HistoryRequest,
  Lot,
  Usage,
  UsageRequest,
  WalletSettings,
} from 'shared'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import type { Spending } from '../commands.ts'
import { readExport } from './export.ts'
import { forecastOf, paceDays } from './forecast.ts'
import { readHistory } from './history.ts'
import { type Payment, readPayment } from './payment.ts'
import { readSettings } from './settings.ts'
import { balanceOf, lotsOf, type Preview, previewOf, readStanding } from './standing.ts'
import { lastDays, type ProjectNames, readUsage, readUse } from './usage.ts'

/** What can be asked about a wallet. Nothing here writes; all throw `NOT_FOUND` where there is no wallet. */
export interface WalletReads {
  balance(accountId: string): Promise<Balance>
  /** Lots that can pay now, first to be burnt first; then those whose credits are all held or yet to begin. */
  lots(accountId: string): Promise<Lot[]>
  history(accountId: string, request: HistoryRequest): Promise<HistoryPage>
  /** A part of all entries as a file. */
  export(accountId: string, request: ExportRequest, projectNames: ProjectNames): Promise<ExportPart>
  forecast(accountId: string, request: ForecastRequest): Promise<Forecast>
  usage(accountId: string, request: UsageRequest, projectNames: ProjectNames): Promise<Usage>
  settings(accountId: string): Promise<WalletSettings>
  /** How a hold was paid, and what it left of the balance. */
  payment(accountId: string, holdId: string): Promise<Payment>
  /** The balance, and how an amount would be paid from it or why not: by the code that would take it. */
  preview(accountId: string, spending: Spending): Promise<Preview>
}

export function createWalletReads(deps: { db: Db; clock: Clock }): WalletReads {
  const { db } = deps
  return {
    balance: async (accountId) => balanceOf(await readStanding(deps, accountId)),
    lots: async (accountId) => lotsOf(await readStanding(deps, accountId)),
    history: (accountId, request) => readHistory(db, accountId, request),
    export: (accountId, request, projectNames) => readExport(deps, accountId, request, projectNames),
    forecast: async (accountId, request) => {
      const standing = await readStanding(deps, accountId)
      const { timeZone } = standing.wallet
      const use = await readUse(db, accountId, lastDays(standing.now, timeZone, paceDays), timeZone)
      return forecastOf(standing, use, request)
    },
    usage: (accountId, request, projectNames) => readUsage(deps, accountId, request, projectNames),
    settings: (accountId) => readSettings(db, accountId),
    payment: (accountId, holdId) => readPayment(db, accountId, holdId),
    preview: async (accountId, spending) => previewOf(await readStanding(deps, accountId, spending.projectId), spending),
  }
}
