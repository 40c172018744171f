import { createHash } from 'node:crypto'
import type { NewProject, Project, ProjectListRequest, ProjectPage, ProjectUpdate } from 'shared'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import { behind, newestFirst, pageOf } from '../platform/pages.ts'
import { companion } from '../wallet/companion.ts'
import type { Wallet } from '../wallet/wallet.ts'
import { births, renamings } from './rows.ts'
import { viewProjects } from './view.ts'

/** Named groups of generations. A budget lies in the wallet, where holds are decided; name and dates lie here. */
export interface Projects {
  /** Newest first. `NOT_FOUND` for a cursor that is none of the account's projects. */
  list(accountId: string, page: ProjectListRequest): Promise<ProjectPage>
  /** The same intent makes one project and answers it again. */
  create(accountId: string, asked: NewProject): Promise<Project>
  /** Replaces name and budget. The same intent is carried out once. */
  update(accountId: string, asked: ProjectUpdate): Promise<Project>
  /** Puts a project away, or takes it out again. */
  archive(accountId: string, asked: { id: string; archived: boolean }): Promise<Project>
}

export function createProjects(deps: { db: Db; clock: Clock; wallet: Wallet }): Projects {
  const { db, clock, wallet } = deps

  const get = async (accountId: string, id: string): Promise<Project> => {
    const row = await db.write.project.findFirst({ where: { id, accountId } })
    const [found] = row === null ? [] : await viewProjects(db.write, [row])
    if (found === undefined) throw new ToileError('NOT_FOUND')
    return found
  }

  return {
    list: async (accountId, { archived, cursor, limit }) => {
      const last = cursor === undefined ? null : await db.read.project.findFirst({ where: { id: cursor, accountId } })
      if (cursor !== undefined && last === null) throw new ToileError('NOT_FOUND')
      const rows = await db.read.project.findMany({
        where: { accountId, archivedAt: archived ? { not: null } : null, ...(last === null ? {} : behind(last)) },
        orderBy: newestFirst,
        take: limit + 1,
      })
      const { page, nextCursor } = pageOf(rows, limit)
      return { projects: await viewProjects(db.read, page), nextCursor }
    },
    create: async (accountId, { intentId, name, budget: limit, whenUsedUp }) => {
      const id = projectIdOf(accountId, intentId)
      await wallet.setBudget(
        { accountId, key: `project:${intentId}`, projectId: id, limit, whenUsedUp, payload: name },
        companion(births, { id, accountId, name, createdAt: clock.now() }),
      )
      return get(accountId, id)
    },
    update: async (accountId, { intentId, id, name, budget: limit, whenUsedUp }) => {
      await get(accountId, id)
      await wallet.setBudget(
        { accountId, key: `project-update:${intentId}`, projectId: id, limit, whenUsedUp, payload: name },
        companion(renamings, { id, name }),
      )
      return get(accountId, id)
    },
    archive: async (accountId, { id, archived }) => {
      const archivedAt = archived ? clock.now() : null
      // One that is archived already keeps its date.
      await db.write.project.updateMany({
        where: { id, accountId, ...(archived ? { archivedAt: null } : {}) },
        data: { archivedAt },
      })
      return get(accountId, id)
    },
  }
}

/** Made of the intent, so that a request sent twice means one project; no account can make another's. */
function projectIdOf(accountId: string, intentId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([accountId, intentId]))
    .digest('base64url')
    .slice(0, 32)
}
