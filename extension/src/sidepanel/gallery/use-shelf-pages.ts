import { type Dispatch, type SetStateAction, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { codeOf, type FailureCode } from '../../failures'
import type { Session } from '../../kept'
import { local } from '../../storage'
import { type Filter, isEverything } from './filter'
import { galleryToKeep, readBeginning, withSeen } from './seen-shelves'
import { readPage, readShelves } from './shelf-pages'
import { changed, found, type Shelf, shelfOf, withPage } from './shelves'

export interface ShelfPages {
  /** As one sees them; null until anything is known. */
  shelves: Shelf[] | null
  /** Why something could not be asked; what was known stays. */
  failed: FailureCode | null
  /** Changes what is known of them by more than pages. */
  update: (to: (shelves: Shelf[]) => Shelf[]) => void
  /** Everything anew. What is seen stays until newer things have come. */
  begin: () => Promise<void>
  /** Fetches a shelf's next page, unless it is on its way or there is none. */
  more: (key: string) => void
  /** Asks again for what did not come. */
  again: () => void
}

/** The gallery by project, or what a search found, page by page. It opens with what this session saw last. */
export function useShelfPages(filter: Filter, session: Session | null): ShelfPages {
  const [shelves, set] = useState<Shelf[] | null>(null)
  const [seen, setSeen] = useState<Shelf[]>([])
  /** Why it could not be asked what there is. */
  const [unread, setUnread] = useState<FailureCode | null>(null)
  /** Answers to an earlier question are not shown. */
  const turn = useRef(0)
  const onTheWay = useRef(new Set<string>())
  const shown = useMemo(() => withSeen(shelves, seen), [shelves, seen])
  // What a search found is still there as the search is left.
  const isFound = shelves?.some(({ key }) => key === found) === true
  useKept(session, shelves === null || isFound ? null : shown, setSeen)

  const begin = useEffectEvent(async () => {
    turn.current += 1
    const mine = turn.current
    onTheWay.current.clear()
    setUnread(null)
    const before = isFound || shown === null ? seen : shown
    setSeen(before)
    if (!isEverything(filter)) return set([shelfOf(found, null, null)])
    if (isFound) set(null)
    try {
      const read = await readShelves()
      const folded = new Set(before.flatMap((shelf) => (shelf.folded ? [shelf.key] : [])))
      if (mine === turn.current) set(read.map((shelf) => ({ ...shelf, folded: folded.has(shelf.key) })))
    } catch (error) {
      if (mine === turn.current) setUnread(codeOf(error))
    }
  })
  const question = JSON.stringify(filter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the filter says is the reason, not which object says it.
  useEffect(() => void begin(), [question])

  const load = async (shelf: Shelf, mine: number) => {
    const change = (to: (shelf: Shelf) => Partial<Shelf>) =>
      mine === turn.current && set((all) => all && changed(all, shelf.key, to))
    try {
      const page = await readPage(filter, shelf.key, shelf.cursor ?? null)
      change((now) => withPage(now, page.images, page.nextCursor))
    } catch (error) {
      change(() => ({ failed: codeOf(error) }))
    }
  }
  const more = (wanted: string) => {
    const shelf = shelves?.find(({ key }) => key === wanted)
    if (!shelf || shelf.cursor === null || shelf.failed !== null || onTheWay.current.has(wanted)) return
    onTheWay.current.add(wanted)
    const mine = turn.current
    void load(shelf, mine).finally(() => mine === turn.current && onTheWay.current.delete(wanted))
  }
  const again = () => {
    if (unread !== null) void begin()
    else set((all) => all?.map((shelf) => ({ ...shelf, failed: null })) ?? null)
  }
  const update = (to: (shelves: Shelf[]) => Shelf[]) => {
    set((all) => all && to(all))
    setSeen(to)
  }
  const failed = unread ?? shelves?.find((shelf) => shelf.failed !== null)?.failed ?? null
  return { shelves: shown, failed, update, begin, more, again }
}

/** Reads the beginning of this session's gallery as it was kept, and keeps it as it is `shown` now; null is nothing new. */
function useKept(session: Session | null, shown: Shelf[] | null, onRead: Dispatch<SetStateAction<Shelf[]>>): void {
  useEffect(() => {
    if (session === null) return
    let gone = false
    readBeginning(session).then(
      (kept) => gone || onRead((now) => (now.length > 0 ? now : kept)),
      (error: unknown) => console.info('Toile: the gallery seen last was not read', error),
    )
    return () => {
      gone = true
    }
  }, [session, onRead])
  const kept = useRef('')
  useEffect(() => {
    if (session === null || shown === null) return
    const gallery = galleryToKeep(session, shown)
    const words = JSON.stringify(gallery)
    if (words === kept.current) return
    kept.current = words
    local.gallery.set(gallery).catch((error: unknown) => console.info('Toile: the gallery was not kept', error))
  }, [session, shown])
}
