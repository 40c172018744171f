import type { AccountExportPart, Draft } from 'shared'
import { jobState, operation } from 'shared'
import * as z from 'zod'
import type { Alert, Generation, GenerationJob } from '../../generated/sqlite/client.ts'
import type { ImageRow, Images } from '../images/images.ts'
import type { Member } from '../member.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import { behind, newestFirst } from '../platform/pages.ts'
import { viewProjects } from '../projects/view.ts'
import type { Wallet } from '../wallet/wallet.ts'
import { type ExportedAccount, readPurchases } from './export-purchases.ts'

interface ExportDeps {
  db: Db
  wallet: Wallet
  images: Images
  drafts: (accountId: string) => Promise<Draft[]>
}

/** Requests or images of one part: their addresses should still open when the last file of a part is fetched. */
const partSize = 100

/** JSON as it is kept, whichever version wrote it. */
const fields = z.record(z.string(), z.unknown())

type Kept = Pick<AccountExportPart, 'requests' | 'images' | 'nextCursor'>

/** One part of all that is kept of an account: who it is, then its requests, then its images, newest first. */
export async function exportAccount(deps: ExportDeps, member: Member, cursor: string | undefined): Promise<AccountExportPart> {
  if (cursor === undefined) {
    const [account, counts, requests] = await Promise.all([
      readAccount(deps, member),
      readCounts(deps.db, member.accountId),
      readRequests(deps.db, member.accountId, null),
    ])
    return { account, counts, ...requests }
  }
  const [list, after] = cursor.split(':')
  const page =
    list === 'requests'
      ? await readRequests(deps.db, member.accountId, after || null)
      : await readImages(deps, member.accountId, after || null)
  return { account: null, counts: null, ...page }
}

async function readCounts(db: Db, accountId: string): Promise<NonNullable<AccountExportPart['counts']>> {
  const [images, requests] = await Promise.all([
    db.read.image.count({ where: { accountId, deletedAt: null } }),
    db.read.generation.count({ where: { accountId } }),
  ])
  return { images, requests }
}

async function readAccount(
  { db, wallet, drafts }: ExportDeps,
  { accountId, memberId, guest, email }: Member,
): Promise<ExportedAccount> {
  const own = { where: { accountId }, orderBy: { createdAt: 'asc' as const } }
  const [account, sessions, projects, purchases, alerts, adjustments, settings] = await Promise.all([
    db.read.account.findUniqueOrThrow({ where: { id: accountId } }),
    db.read.session.findMany({ where: { userId: memberId }, orderBy: { createdAt: 'asc' } }),
    db.read.project.findMany(own),
    readPurchases(db, accountId),
    db.read.alert.findMany({ where: { accountId }, orderBy: { raisedAt: 'asc' } }),
    db.read.adjustment.findMany({ where: { accountId }, orderBy: { at: 'asc' } }),
    wallet.settings(accountId),
  ])
  return {
    accountId,
    guest,
    email,
    createdAt: account.createdAt.toISOString(),
    sessions: sessions.map(({ createdAt, userAgent }) => ({ createdAt: createdAt.toISOString(), userAgent })),
    settings,
    projects: await viewProjects(db.read, projects),
    ...purchases,
    alerts: alerts.map(alertLine),
    drafts: await drafts(accountId),
    adjustments: adjustments.map(({ at, credits, reason }) => ({ at: at.toISOString(), credits, reason })),
  }
}

function alertLine({ details, raisedAt, resolvedAt, acknowledgedAt }: Alert): ExportedAccount['alerts'][number] {
  return {
    details: fields.parse(JSON.parse(details)),
    raisedAt: raisedAt.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
  }
}

async function readRequests(db: Db, accountId: string, after: string | null): Promise<Kept> {
  const last = after === null ? null : await db.read.generation.findFirst({ where: { id: after, accountId } })
  if (after !== null && last === null) throw new ToileError('NOT_FOUND')
  const rows = await db.read.generation.findMany({
    where: { accountId, ...(last === null ? {} : behind(last)) },
    orderBy: newestFirst,
    take: partSize,
    include: { jobs: { orderBy: { index: 'asc' } } },
  })
  const lastId = rows.length < partSize ? null : rows.at(-1)?.id
  return { requests: rows.map(requestLine), images: [], nextCursor: lastId ? `requests:${lastId}` : 'images:' }
}

function requestLine(row: Generation & { jobs: GenerationJob[] }): AccountExportPart['requests'][number] {
  const { id, prompt, projectId, sourceImageId, count, size, engine, seed, creditsEach } = row
  return {
    id,
    createdAt: row.createdAt.toISOString(),
    operation: operation.parse(row.operation),
    prompt,
    projectId,
    sourceImageId,
    count,
    size,
    engine,
    seed,
    options: fields.parse(JSON.parse(row.options)),
    creditsEach,
    images: row.jobs.map(({ imageId, state, charged, reason }) => ({ imageId, state: jobState.parse(state), charged, reason })),
  }
}

async function readImages({ db, images }: ExportDeps, accountId: string, after: string | null): Promise<Kept> {
  // One that was deleted since the part before is still a place to go on from.
  const last = after === null ? null : await db.read.image.findFirst({ where: { id: after, accountId } })
  if (after !== null && last === null) throw new ToileError('NOT_FOUND')
  const rows = await db.read.image.findMany({
    where: { accountId, deletedAt: null, ...(last === null ? {} : behind(last)) },
    orderBy: newestFirst,
    take: partSize,
  })
  const lastId = rows.length < partSize ? null : rows.at(-1)?.id
  return { requests: [], images: rows.map((row) => imageLine(row, images)), nextCursor: lastId ? `images:${lastId}` : null }
}

function imageLine(row: ImageRow, images: Images): AccountExportPart['images'][number] {
  const { id, width, height, bytes, mime, url, svgUrl, palette, favourite, createdAt } = images.view(row)
  const { role, pageUrl, pageTitle, imageUrl } = row
  const name = `${createdAt.slice(0, 10)}-${id}.${mime.replace(/^image\//, '').replace('jpeg', 'jpg')}`
  const recipe = row.recipe === null ? null : fields.parse(JSON.parse(row.recipe))
  return {
    ...{ id, createdAt, role, name, mime, bytes, width, height, palette, favourite },
    ...{ pageUrl, pageTitle, imageUrl, recipe, url, svgUrl },
  }
}
