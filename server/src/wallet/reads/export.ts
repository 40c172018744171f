import { stringify } from 'csv-stringify/sync'
import type { ExportPart, ExportRequest } from 'shared'
import type { Clock } from '../../platform/clock.ts'
import { dayOf } from '../../platform/days.ts'
import type { Db } from '../../platform/db.ts'
import { type EntryRow, readEntries } from './entries.ts'
import { readSettings } from './settings.ts'
import type { ProjectNames } from './usage.ts'

/** Most entries of a part: about 300 kB of text, made in a blink. */
const maxEntries = 2000

const mimes = { csv: 'text/csv; charset=utf-8', json: 'application/json' } as const
const columns = [
  'sequence',
  'at',
  'from',
  'to',
  'credits',
  'lotKind',
  'lotLabel',
  'lotSource',
  'lotId',
  'holdId',
  'projectId',
  'projectName',
  'purpose',
  'reference',
  'key',
] as const
type Line = Record<(typeof columns)[number], string | number | null>

/** One part of an account's entries as a file, oldest first. `NOT_FOUND` where there is no wallet. */
export async function readExport(
  { db, clock }: { db: Db; clock: Clock },
  accountId: string,
  { format, cursor }: ExportRequest,
  projectNames: ProjectNames,
): Promise<ExportPart> {
  const { timeZone } = await readSettings(db, accountId)
  const rows = await readEntries(db, accountId, { after: cursor, order: 'oldest first', limit: maxEntries + 1 })
  const entries = rows.slice(0, maxEntries)
  const ids = new Set(entries.flatMap(({ projectId }) => (projectId === null ? [] : [projectId])))
  const names = ids.size === 0 ? new Map() : await projectNames(accountId, [...ids])
  const lines = entries.map((entry) => lineOf(entry, names))
  const first = cursor === undefined
  const last = rows.length <= maxEntries
  return {
    filename: `toile-credits-${dayOf(clock.now().getTime(), timeZone)}.${format}`,
    mime: mimes[format],
    text: format === 'csv' ? csvPart(lines, first) : jsonPart(lines, first, last),
    nextCursor: last ? null : (entries.at(-1)?.sequence ?? null),
  }
}

function lineOf({ amount, at, commandKey: key, ...entry }: EntryRow, names: ReadonlyMap<string, string>): Line {
  return { ...entry, at: at.toISOString(), credits: amount, projectName: names.get(entry.projectId ?? '') ?? null, key }
}

/** Names are the designer's own words: those that a spreadsheet would run as a formula are made text. */
function csvPart(lines: Line[], first: boolean): string {
  return stringify(lines, {
    columns: [...columns],
    header: first,
    bom: first,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}

/** The parts open, carry on and close one array. */
function jsonPart(lines: Line[], first: boolean, last: boolean): string {
  const inOrder = lines.map((line) => JSON.stringify(line, [...columns]))
  const start = first ? '[\n' : lines.length > 0 ? ',\n' : ''
  return `${start}${inOrder.join(',\n')}${last ? '\n]\n' : ''}`
}
