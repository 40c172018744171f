import { useCallback, useEffect, useRef, useState } from 'react'
import type { Generation, HistoryEntry, HistoryKind, HistoryRequest, Operation } from 'shared'
import { api } from '../api'
import { codeOf, type FailureCode } from '../failures'
import { dayOf } from '../ui/dates'

/** Which movements are asked for: all where nothing is chosen. */
export interface HistoryFilter {
  kind: HistoryKind | null
  projectId: string | null
  operation: Operation | null
  /** Of the last so many days, today with them. */
  days: number | null
}

export const allMovements: HistoryFilter = { kind: null, projectId: null, operation: null, days: null }

/** The filter as the server is asked. */
function asked({ kind, projectId, operation, days }: HistoryFilter, now: Date): Partial<HistoryRequest> {
  const first = days === null ? undefined : new Date(now.getFullYear(), now.getMonth(), now.getDate() - days + 1)
  return {
    kind: kind ?? undefined,
    projectId: projectId ?? undefined,
    operation: operation ?? undefined,
    since: first && dayOf(first),
  }
}

interface Read {
  entries: HistoryEntry[]
  nextCursor: number | null
  /** By id: they give a line its words and its picture. */
  generations: Map<string, Generation>
}

export type HistoryState = Read & ({ at: 'asking' | 'known' } | { at: 'failed'; code: FailureCode })

const nothing: Read = { entries: [], nextCursor: null, generations: new Map() }

async function readPage(before: Read, filter: HistoryFilter): Promise<Read> {
  const cursor = before.nextCursor ?? undefined
  const [page, generations] = await Promise.all([
    api.history({ cursor, limit: 60, ...asked(filter, new Date()) }),
    before.generations.size > 0 ? before.generations : recentGenerations(),
  ])
  return { entries: [...before.entries, ...page.entries], nextCursor: page.nextCursor, generations }
}

/** Older lines than these do without a picture. */
async function recentGenerations(): Promise<Map<string, Generation>> {
  const { generations } = await api.generations({ limit: 50 })
  return new Map(generations.map((generation) => [generation.id, generation]))
}

/** The ledger page by page, or what of it the filter asks for; `more` asks for the next page, or again for one that did not come. */
export function useHistory(filter: HistoryFilter): { state: HistoryState; more: () => void } {
  const { kind, projectId, operation, days } = filter
  const [state, setState] = useState<HistoryState>({ ...nothing, at: 'asking' })
  const turn = useRef(0)
  const load = useCallback(
    async (before: Read) => {
      turn.current += 1
      const mine = turn.current
      // What was asked for by another filter comes too late.
      const settle = (next: HistoryState) => mine === turn.current && setState(next)
      setState({ ...before, at: 'asking' })
      try {
        settle({ ...(await readPage(before, { kind, projectId, operation, days })), at: 'known' })
      } catch (error) {
        settle({ ...before, at: 'failed', code: codeOf(error) })
      }
    },
    [kind, projectId, operation, days],
  )
  useEffect(() => void load(nothing), [load])
  return { state, more: () => void load(state) }
}
