import * as z from 'zod'
import { book, credits, id, lotKind, lotSource, moment } from './credits.ts'
import { operation } from './generation.ts'

/** One line of the ledger: `credits` of one lot moved between two books. */
export const historyEntry = z.object({
  /** 1, 2, 3 … within the account: the order in which it happened. */
  sequence: z.int().positive(),
  at: moment,
  from: book,
  to: book,
  credits: credits.positive(),
  lot: z.object({
    kind: lotKind,
    label: z.string().nullable(),
    /** How the lot came to be: credits that came back late are in one of their own. */
    source: lotSource.catch('grant').default('grant'),
    /** Of a plan's credits that come: they follow those of the cycle before. */
    renews: z.boolean().default(false),
  }),
  /** The hold whose credits moved; null for grants, ends and what was taken back. */
  holdId: z.string().nullable().default(null),
  /** The project it was for, if any. */
  projectId: z.string().nullable().default(null),
  /**
   * What it was for: an operation's name, `adjustment` for the operator's, `unpaid` for what was taken back because a renewal's
   * payment failed, or null for grants and ends.
   */
  purpose: z.string().nullable(),
  /** The generation it belongs to, or the business fact behind it: a checkout, a plan's cycle. */
  reference: z.string().nullable(),
})
export type HistoryEntry = z.infer<typeof historyEntry>

/**
 * What a designer asks of a history. Movements that are none of these (credits set aside, a roll-over, a debt paid, a payment
 * undone) are only in the whole.
 * - `used`: spent on images that were delivered.
 * - `bought`: came from outside, bought or given: packs, plans, trials, promotions. A metered cap is no purchase.
 * - `returned`: came back: from images that failed or were cancelled, by refunds, by disputes won.
 * - `expired`: lapsed at the end of their lot, or were taken by the operator.
 */
export const historyKind = z.enum(['used', 'bought', 'returned', 'expired'])
export type HistoryKind = z.infer<typeof historyKind>

/** Days that can be asked for. Nobody had a wallet before; beyond are years that not every database reads. */
export const firstDay = '2020-01-01'
export const lastDay = '2199-12-31'

/** A day of the account's own time zone. */
const day = z.iso
  .date()
  .refine((asked) => firstDay <= asked && asked <= lastDay, { error: `A day is from ${firstDay} to ${lastDay}` })

/** A page of history, newest first; filters may be combined. `cursor` is the sequence of the last entry of the page before. */
export const historyRequest = z.strictObject({
  cursor: z.int().positive().optional(),
  limit: z.int().min(1).max(100).default(30),
  kind: historyKind.optional(),
  projectId: id.optional(),
  /** What credits were set aside for, used for or returned from. */
  operation: operation.optional(),
  /** On that day. */
  day: day.optional(),
  /** On that day or later. */
  since: day.optional(),
})
export type HistoryRequest = z.infer<typeof historyRequest>
export const historyPage = z.object({ entries: z.array(historyEntry), nextCursor: z.int().positive().nullable() })
export type HistoryPage = z.infer<typeof historyPage>

/**
 * Asks for all entries as a file, oldest first, in parts: the first without a cursor, the next ones with the `nextCursor` of
 * the part before, until it is null. The texts, one after another, are the file.
 */
export const exportRequest = z.strictObject({
  format: z.enum(['csv', 'json']).default('csv'),
  cursor: z.int().positive().optional(),
})
export type ExportRequest = z.infer<typeof exportRequest>

/**
 * A part of the file. CSV is as RFC 4180 has it, with a header line, and a byte order mark so that spreadsheets read accents;
 * a cell that a spreadsheet would take for a formula begins with an apostrophe. JSON is one array of objects. Both have the
 * same fields: sequence, at (UTC), from, to, credits, lotKind, lotLabel, lotSource, lotId, holdId, projectId, projectName,
 * purpose, reference and key (of the command that moved them).
 */
export const exportPart = z.object({
  filename: z.string(),
  mime: z.string(),
  text: z.string(),
  nextCursor: z.int().positive().nullable(),
})
export type ExportPart = z.infer<typeof exportPart>
