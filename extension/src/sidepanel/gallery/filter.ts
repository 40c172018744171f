import type { ImageListRequest, Operation } from 'shared'

/** What the designer wants to see of the gallery. */
export interface Filter {
  query: string
  favourite: boolean
  operation: Operation | null
  engine: string | null
  /** Made within so many days; null for ever. */
  days: 7 | 30 | 90 | null
  /** `any`, `none` for what was made for no project, or a project's id. */
  project: string
  /** Deleted images that can be had back, instead of those that are there. */
  deleted: boolean
}

export const everything: Filter = {
  query: '',
  favourite: false,
  operation: null,
  engine: null,
  days: null,
  project: 'any',
  deleted: false,
}

/** How many choices narrow the gallery; the search is none of them. */
export function choicesIn({ favourite, operation, engine, days, project, deleted }: Filter): number {
  return [favourite, operation !== null, engine !== null, days !== null, project !== 'any', deleted].filter(Boolean).length
}

/** Whether all is shown: by project then, otherwise as one list. */
export function isEverything(filter: Filter): boolean {
  return filter.query.trim() === '' && choicesIn(filter) === 0
}

const dayMs = 86_400_000

/** The filter as the server is asked. */
export function asked(filter: Filter, now: number): Partial<ImageListRequest> {
  const { query, favourite, operation, engine, days, project, deleted } = filter
  return {
    query: query.trim(),
    favourite,
    deleted,
    ...(operation === null ? {} : { operation }),
    ...(engine === null ? {} : { engine }),
    ...(days === null ? {} : { since: new Date(now - days * dayMs).toISOString() }),
    ...(project === 'any' ? {} : { projectId: project === 'none' ? null : project }),
  }
}
