import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { GalleryImage, Generation, LiveEvent } from 'shared'
import { codeOf, type FailureCode } from '../../failures'
import { allProjects } from '../../projects/all-projects'
import { useLive } from '../../ui/use-live'
import { type Filter, isEverything } from './filter'
import { readPage, readShelves } from './shelf-pages'
import {
  broughtBy,
  changed,
  found,
  noProject,
  type Shelf,
  shelfOf,
  withBack,
  withBrought,
  withNewer,
  without,
  withPage,
} from './shelves'
import { useRenewal } from './use-renewal'

export interface Shelves {
  /** Null until it is known what there is. */
  shelves: Shelf[] | null
  /** Why that could not be asked; what was known stays. */
  failed: FailureCode | null
  /** Images that have come since and are not shown yet: nothing moves under whoever looks at something. */
  fresh: number
  showFresh: () => void
  /** Fetches a shelf's next page, unless it is on its way or there is none. */
  more: (key: string) => void
  /** Asks anew for the page that holds that place: its addresses have ended. */
  renew: (key: string, place: number) => void
  fold: (key: string) => void
  /** An image was changed, or deleted, by the designer's own hand. */
  change: (image: GalleryImage) => void
  remove: (imageId: string) => void
  putBack: (image: GalleryImage) => void
  /** Everything anew, as after an image was moved. */
  reload: () => void
  /** Asks again for what did not come. */
  again: () => void
}

/**
 * The gallery as far as it was loaded: by project, or what a search found, page by page, and live.
 * @param atTop whether the designer looks at its beginning, where something new may come in
 */
export function useShelves(filter: Filter, atTop: () => boolean): Shelves {
  const [shelves, setShelves] = useState<Shelf[] | null>(null)
  const [failed, setFailed] = useState<FailureCode | null>(null)
  const [waiting, setWaiting] = useState<Generation[]>([])
  /** Answers to an earlier filter are not shown. */
  const turn = useRef(0)
  const onTheWay = useRef(new Set<string>())

  const begin = useEffectEvent(async (keep: boolean) => {
    turn.current += 1
    const mine = turn.current
    onTheWay.current.clear()
    setWaiting([])
    setFailed(null)
    if (!isEverything(filter)) return setShelves([shelfOf(found, null, null)])
    if (!keep) setShelves(null)
    try {
      const read = await readShelves()
      if (mine === turn.current) setShelves(read)
    } catch (error) {
      if (mine === turn.current) setFailed(codeOf(error))
    }
  })
  const key = JSON.stringify(filter)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the filter says is the reason, not which object says it.
  useEffect(() => void begin(false), [key])

  const load = async (shelf: Shelf, mine: number) => {
    const set = (change: (shelf: Shelf) => Partial<Shelf>) =>
      mine === turn.current && setShelves((all) => all && changed(all, shelf.key, change))
    set(() => ({ loading: true }))
    try {
      const page = await readPage(filter, shelf.key, shelf.cursor ?? null)
      set((now) => withPage(now, page.images, page.nextCursor))
      setFailed(null)
    } catch (error) {
      set(() => ({ loading: false, failed: codeOf(error) }))
      setFailed(codeOf(error))
    }
  }
  const more = (wanted: string) => {
    const shelf = shelves?.find((one) => one.key === wanted)
    if (!shelf || shelf.cursor === null || shelf.failed !== null || onTheWay.current.has(wanted)) return
    onTheWay.current.add(wanted)
    const mine = turn.current
    void load(shelf, mine).finally(() => mine === turn.current && onTheWay.current.delete(wanted))
  }

  const take = useCallback((generations: Generation[]) => {
    setWaiting([])
    setShelves((all) => generations.reduce((now, one) => taken(now, one), all))
  }, [])
  /** What was spent shows in the project's budget. */
  const renewFigures = async () => {
    try {
      const told = new Map((await allProjects()).map((project) => [project.id, project]))
      setShelves((all) => all?.map((shelf) => ({ ...shelf, project: told.get(shelf.key) ?? shelf.project })) ?? null)
    } catch (error) {
      console.info('Toile: budgets were not renewed', error)
    }
  }
  const hear = (event: LiveEvent) => {
    if (event.type !== 'generation' || shelves === null || !isEverything(filter)) return
    const { generation } = event
    if (generation.finished && generation.projectId !== null) void renewFigures()
    const brought = broughtBy(generation)
    if (brought.length === 0) return
    const shelf = shelves.find((one) => one.key === (generation.projectId ?? noProject))
    // The first images of a project: there is no shelf for them yet.
    if (shelf === undefined) return void begin(true)
    const known = new Set(shelf.images.map(({ id }) => id))
    if (brought.every(({ id }) => known.has(id))) return
    if (atTop()) take([generation])
    else setWaiting((all) => [...all.filter(({ id }) => id !== generation.id), generation])
  }
  const again = () => {
    setFailed(null)
    if (shelves === null) void begin(false)
    else setShelves(shelves.map((shelf) => ({ ...shelf, failed: null })))
  }
  const renew = useRenewal(filter, shelves, (key, images) =>
    setShelves((all) => all && changed(all, key, (now) => withNewer(now, images))),
  )
  useLive({ hear, back: () => failed !== null && again() })

  return {
    shelves,
    failed,
    fresh: waiting.flatMap(broughtBy).length,
    showFresh: () => take(waiting),
    more,
    renew,
    fold: (which) => setShelves((all) => all && changed(all, which, ({ folded }) => ({ folded: !folded }))),
    change: (image) => setShelves((all) => all?.map((shelf) => ({ ...shelf, ...withNewer(shelf, [image]) })) ?? null),
    remove: (imageId) => setShelves((all) => all && without(all, imageId)),
    putBack: (image) => setShelves((all) => all && withBack(all, image)),
    reload: () => void begin(true),
    again,
  }
}

function taken(shelves: Shelf[] | null, generation: Generation): Shelf[] | null {
  return shelves && changed(shelves, generation.projectId ?? noProject, (shelf) => withBrought(shelf, broughtBy(generation)))
}
