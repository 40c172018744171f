import { useCallback, useEffect, useState } from 'react'
import type { Generation, HistoryEntry } from 'shared'
import { api } from '../api'
import { codeOf, type FailureCode } from '../failures'

interface Read {
  entries: HistoryEntry[]
  nextCursor: number | null
  /** By id: they give a line its words and its picture. */
  generations: Map<string, Generation>
}

export type HistoryState = Read & ({ at: 'asking' | 'known' } | { at: 'failed'; code: FailureCode })

const nothing: Read = { entries: [], nextCursor: null, generations: new Map() }

async function readPage(before: Read): Promise<Read> {
  const cursor = before.nextCursor ?? undefined
  const [page, generations] = await Promise.all([
    api.history({ cursor, limit: 60 }),
    before.generations.size > 0 ? before.generations : recentGenerations(),
  ])
  return { entries: [...before.entries, ...page.entries], nextCursor: page.nextCursor, generations }
}

/** Older lines than these do without a picture. */
async function recentGenerations(): Promise<Map<string, Generation>> {
  const { generations } = await api.generations({ limit: 50 })
  return new Map(generations.map((generation) => [generation.id, generation]))
}

/** The ledger page by page. */
export function useHistory(): { state: HistoryState; more: () => void } {
  const [state, setState] = useState<HistoryState>({ ...nothing, at: 'asking' })
  const load = useCallback(async (before: Read) => {
    setState({ ...before, at: 'asking' })
    try {
      setState({ ...(await readPage(before)), at: 'known' })
    } catch (error) {
      setState({ ...before, at: 'failed', code: codeOf(error) })
    }
  }, [])
  useEffect(() => void load(nothing), [load])
  return { state, more: () => void load(state) }
}
