import { type Alert as AlertView, alertDetails } from 'shared'
import type { Alert } from '../../generated/sqlite/client.ts'
import type { Db } from '../platform/db.ts'
import { readProjectNames } from '../projects/project-names.ts'

/**
 * Alerts as the designer sees them. What a newer version raised and this one cannot read is left out, and so is what is
 * about a project that was put away.
 */
export async function viewAlerts(db: Db, accountId: string, rows: Alert[]): Promise<AlertView[]> {
  const read = rows.flatMap((row) => {
    const details = alertDetails.safeParse(JSON.parse(row.details))
    return details.success ? [{ row, details: details.data }] : []
  })
  const ids = read.flatMap(({ details }) => (details.kind === 'budget' ? [details.projectId] : []))
  const names = await readProjectNames(db, accountId, ids, 'in use')
  return read.flatMap(({ row, details }) => {
    const projectName = details.kind === 'budget' ? (names.get(details.projectId) ?? null) : null
    if (details.kind === 'budget' && projectName === null) return []
    const { id, raisedAt, resolvedAt, acknowledgedAt } = row
    return {
      id,
      details,
      projectName,
      raisedAt: raisedAt.toISOString(),
      resolvedAt: resolvedAt?.toISOString() ?? null,
      acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
    }
  })
}
