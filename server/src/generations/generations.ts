import type {
  Draft,
  DraftResumption,
  EngineOffer,
  Generation,
  GenerationListRequest,
  GenerationPage,
  GenerationRequest,
  Receipt,
  Understanding,
  UnderstandingRequest,
} from 'shared'
import type { Member } from '../member.ts'
import { ToileError } from '../platform/errors.ts'
import { behind, newestFirst, pageOf } from '../platform/pages.ts'
import { draftedRequest, listDrafts } from './drafts.ts'
import { moveGeneration } from './move.ts'
import { readReceipt } from './receipt.ts'
import { type RequestDeps, requestGeneration } from './request.ts'
import type { GenerationWithJobs } from './rows.ts'
import { settle } from './settle.ts'
import { understandPrompt } from './understand.ts'
import { viewGenerations } from './view.ts'
import { waitsOf } from './waits.ts'
import type { Worker } from './worker.ts'

export interface Generations {
  /** What a prompt's words would be read as, and what could be said instead. Nothing is asked for. */
  understand(request: UnderstandingRequest): Understanding
  request(member: Member, request: GenerationRequest): Promise<Generation>
  get(accountId: string, id: string): Promise<Generation>
  /** Newest first; all of them, or those of one project. `NOT_FOUND` for a cursor that is none of the account's generations. */
  list(accountId: string, page: GenerationListRequest): Promise<GenerationPage>
  /** Generations that are not finished, or finished after `since`. */
  recent(accountId: string, since: Date): Promise<Generation[]>
  /** Stops the images not yet delivered. They cost nothing. */
  cancel(accountId: string, id: string): Promise<Generation>
  /** What it cost, what paid for it, and what came back and why. */
  receipt(accountId: string, id: string): Promise<Receipt>
  /** Puts its images into a project, or out of any. */
  move(accountId: string, id: string, projectId: string | null): Promise<Generation>
  /** What makes images here, and what each can do. */
  engines(): EngineOffer[]
  drafts(accountId: string): Promise<Draft[]>
  resumeDraft(member: Member, draft: DraftResumption): Promise<Generation>
}

/** A worker may lease a job between our look at it and our stopping it: then we look again, so often at most. */
const maxLooks = 5

interface GenerationsDeps extends RequestDeps {
  worker: Worker
  /** A generation is another than before. */
  onChange: (id: string, accountId: string) => void
}

export function createGenerations(deps: GenerationsDeps): Generations {
  const { db, images, worker } = deps
  const withJobs = { include: { jobs: true } } as const

  const view = async (accountId: string, rows: GenerationWithJobs[]): Promise<Generation[]> => {
    const waits = await waitsOf(deps, worker, rows)
    return viewGenerations(images, { progress: worker.progress, waits }, accountId, rows)
  }

  const get = async (accountId: string, id: string): Promise<Generation> => {
    const row = await db.write.generation.findFirst({ where: { id, accountId }, ...withJobs })
    const [found] = row === null ? [] : await view(accountId, [row])
    if (found === undefined) throw new ToileError('NOT_FOUND')
    return found
  }

  const request = async (member: Member, asked: GenerationRequest): Promise<Generation> => {
    const id = await requestGeneration(deps, member, asked)
    worker.wake()
    return get(member.accountId, id)
  }

  return {
    understand: (asked) => understandPrompt(deps.engines, asked),
    get,
    request,
    list: async (accountId, { cursor, limit, projectId }) => {
      const last = cursor === undefined ? null : await db.read.generation.findFirst({ where: { id: cursor, accountId } })
      if (cursor !== undefined && last === null) throw new ToileError('NOT_FOUND')
      const rows = await db.read.generation.findMany({
        where: { accountId, ...(projectId === undefined ? {} : { projectId }), ...(last === null ? {} : behind(last)) },
        orderBy: newestFirst,
        take: limit + 1,
        ...withJobs,
      })
      const { page, nextCursor } = pageOf(rows, limit)
      return { generations: await view(accountId, page), nextCursor }
    },
    recent: async (accountId, since) => {
      const where = { accountId, OR: [{ finishedAt: null }, { finishedAt: { gte: since } }] }
      const rows = await db.read.generation.findMany({ where, orderBy: { createdAt: 'desc' }, take: 50, ...withJobs })
      return view(accountId, rows.reverse())
    },
    cancel: async (accountId, id) => {
      for (let look = 0; look < maxLooks; look++) {
        const row = await db.write.generation.findFirst({ where: { id, accountId }, ...withJobs })
        if (row === null) throw new ToileError('NOT_FOUND')
        const open = row.jobs.filter((job) => job.finishedAt === null)
        if (open.length === 0) break
        const cancelled = { state: 'cancelled', reason: 'CANCELLED' } as const
        await Promise.all(open.map((job) => settle(deps, { job, generation: row, leaseToken: job.leaseToken }, cancelled)))
        worker.abort(open.map((job) => job.id))
      }
      return get(accountId, id)
    },
    receipt: (accountId, id) => readReceipt(deps, accountId, id),
    move: async (accountId, id, projectId) => {
      await moveGeneration(db, accountId, id, projectId)
      deps.onChange(id, accountId)
      return get(accountId, id)
    },
    engines: () => deps.engines.offers(),
    drafts: (accountId) => listDrafts(deps, accountId),
    resumeDraft: async (member, resumption) =>
      request(member, { ...(await draftedRequest(db, member.accountId, resumption.intentId)), ...resumption }),
  }
}
