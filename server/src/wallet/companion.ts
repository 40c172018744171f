import type { Tx } from '../platform/db.ts'

/**
 * Writes rows of another feature in the same transaction as the wallet's: a generation is born with its hold, an image
 * with its capture. The wallet knows only that there are rows; the feature knows how to write them, all of a batch at once.
 */
export interface CompanionWriter<Row> {
  /** Which rows may still act (a lease still held); where false, the command is refused as `CANCELLED`. */
  check?(tx: Tx, rows: readonly Row[]): Promise<boolean[]>
  write(tx: Tx, rows: readonly Row[]): Promise<void>
}

/** Rows that travel with a command, and who writes them. */
export interface Companion {
  readonly writer: CompanionWriter<unknown>
  readonly row: unknown
}

/** Binds a row to its writer, so that only rows of the writer's own type ever reach it. */
export function companion<Row>(writer: CompanionWriter<Row>, row: Row): Companion {
  return { writer, row }
}

/** Asks each writer once for all its rows of a batch. True where a command has no companion or its companion may act. */
export async function checkCompanions(tx: Tx, batch: readonly (Companion | null)[]): Promise<boolean[]> {
  const allowed = batch.map(() => true)
  const asked = batch.flatMap((one, index) => (one?.writer.check ? [{ ...one, index }] : []))
  for (const [writer, group] of Map.groupBy(asked, (one) => one.writer)) {
    const rows = group.map((one) => one.row)
    const answers = await writer.check?.(tx, rows)
    group.forEach(({ index }, i) => {
      allowed[index] = answers?.[i] ?? true
    })
  }
  return allowed
}

/** Hands each writer all its rows of a batch at once. */
export async function writeCompanions(tx: Tx, batch: readonly (Companion | null)[]): Promise<void> {
  const companions = batch.filter((one) => one !== null)
  for (const [writer, group] of Map.groupBy(companions, (one) => one.writer)) {
    const rows = group.map((one) => one.row)
    await writer.write(tx, rows)
  }
}
