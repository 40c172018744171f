import * as shared from 'shared'
import * as z from 'zod'
import { caller } from './caller'
import type { SessionSource } from './connection'

/** A picture and where it came from, as the server takes it. */
function uploadForm(file: Blob, from: shared.Provenance): FormData {
  const form = new FormData()
  form.set('file', file, 'picture')
  for (const [name, value] of Object.entries(from)) if (value !== null) form.set(name, value)
  return form
}

/** The server's procedures as functions. Every answer is parsed by the shared contract; every failure is an `ApiError`. */
export function createApi(sessions: SessionSource) {
  const call = caller(sessions)

  return {
    me: () => call(shared.me, (c) => c.account.me.query()),
    accountExport: (page: z.input<typeof shared.accountExportRequest> = {}) =>
      call(shared.accountExportPart, (c) => c.account.export.query(page)),
    deleteAccount: (which: z.input<typeof shared.accountDeletion>) =>
      call(shared.accountErasure, (c) => c.account.delete.mutate(which)),
    balance: () =>
      call(
        shared.balance,
        (c) => c.wallet.balance.query(),
        (balance) => ({ balance }),
      ),
    lots: () => call(z.array(shared.lot), (c) => c.wallet.lots.query()),
    settings: () =>
      call(
        shared.walletSettings,
        (c) => c.wallet.settings.query(),
        (settings) => ({ settings }),
      ),
    updateSettings: (change: z.input<typeof shared.walletSettingsUpdate>) =>
      call(
        shared.walletSettings,
        (c) => c.wallet.updateSettings.mutate(change),
        (settings) => ({ settings }),
      ),
    history: (page: z.input<typeof shared.historyRequest> = {}) => call(shared.historyPage, (c) => c.wallet.history.query(page)),
    historyExport: (page: z.input<typeof shared.exportRequest> = {}) =>
      call(shared.exportPart, (c) => c.wallet.export.query(page)),
    prices: () =>
      call(
        shared.priceList,
        (c) => c.pricing.list.query(),
        (prices) => ({ prices }),
      ),
    quote: (action: z.input<typeof shared.quoteRequest>) =>
      call(
        shared.quote,
        (c) => c.pricing.quote.query(action),
        ({ balance }) => ({ balance }),
      ),
    upload: (file: Blob, from: shared.Provenance) => call(shared.image, (c) => c.images.upload.mutate(uploadForm(file, from))),
    images: (page: z.input<typeof shared.imageListRequest> = {}) => call(shared.imagePage, (c) => c.images.list.query(page)),
    imageCounts: () => call(shared.imageCounts, (c) => c.images.counts.query()),
    imageDetail: (id: string) => call(shared.imageDetail, (c) => c.images.detail.query({ id })),
    file: (wanted: z.input<typeof shared.imageFileRequest>) => call(shared.imageFile, (c) => c.images.file.query(wanted)),
    recipe: (id: string) => call(shared.imageRecipe, (c) => c.images.recipe.query({ id })),
    favourite: (id: string, favourite: boolean) => call(shared.image, (c) => c.images.favourite.mutate({ id, favourite })),
    deleteImage: (id: string) => call(shared.imageDeletion, (c) => c.images.delete.mutate({ id })),
    restoreImage: (id: string) => call(shared.image, (c) => c.images.restore.mutate({ id })),
    understand: (asked: z.input<typeof shared.understandingRequest>) =>
      call(shared.understanding, (c) => c.generations.understand.query(asked)),
    engines: () => call(z.array(shared.engineOffer), (c) => c.generations.engines.query()),
    request: (request: z.input<typeof shared.generationRequest>) =>
      call(shared.generation, (c) => c.generations.request.mutate(request)),
    generation: (id: string) => call(shared.generation, (c) => c.generations.get.query({ id })),
    generations: (page: z.input<typeof shared.generationListRequest> = {}) =>
      call(shared.generationPage, (c) => c.generations.list.query(page)),
    cancel: (id: string) => call(shared.generation, (c) => c.generations.cancel.mutate({ id })),
    receipt: (id: string) => call(shared.receipt, (c) => c.generations.receipt.query({ id })),
    moveGeneration: (id: string, projectId: string | null) =>
      call(shared.generation, (c) => c.generations.move.mutate({ id, projectId })),
    drafts: () => call(z.array(shared.draft), (c) => c.generations.drafts.query()),
    forecast: (ask: z.input<typeof shared.forecastRequest>) => call(shared.forecast, (c) => c.wallet.forecast.query(ask)),
    projects: (page: z.input<typeof shared.projectListRequest> = {}) =>
      call(shared.projectPage, (c) => c.projects.list.query(page)),
    createProject: (terms: z.input<typeof shared.newProject>) => call(shared.project, (c) => c.projects.create.mutate(terms)),
    updateProject: (terms: z.input<typeof shared.projectUpdate>) => call(shared.project, (c) => c.projects.update.mutate(terms)),
    archiveProject: (id: string, archived = true) => call(shared.project, (c) => c.projects.archive.mutate({ id, archived })),
    usage: (days: z.input<typeof shared.usageRequest> = {}) => call(shared.usage, (c) => c.wallet.usage.query(days)),
    alerts: () => call(shared.alertList, (c) => c.alerts.list.query()),
    acknowledge: (id: string) => call(shared.alert, (c) => c.alerts.acknowledge.mutate({ id })),
  }
}

export type Api = ReturnType<typeof createApi>
