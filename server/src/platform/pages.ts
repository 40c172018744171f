/** The order of lists that come page by page; of what was made in one moment, the larger id comes first. */
export const newestFirst = [{ createdAt: 'desc' as const }, { id: 'desc' as const }]

/** What comes behind the row that ended the page before, whether or not that row would still be listed. */
export function behind({ createdAt, id }: { createdAt: Date; id: string }) {
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] }
}

/** Of one row more than fits on a page: the page, and the cursor of the next one or null where there is none. */
export function pageOf<Row extends { id: string }>(rows: Row[], limit: number): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit)
  return { page, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}
