import type { GalleryImage, Generation } from 'shared'
import type { FailureCode } from '../../failures'
import type { Session } from '../../kept'
import { type Filter, isEverything } from './filter'
import { changed, type Shelf, withBack, withNewer, without } from './shelves'
import { useFresh } from './use-fresh'
import { useRenewal } from './use-renewal'
import { useShelfPages } from './use-shelf-pages'

export interface Shelves {
  /** Null until it is known what there is. */
  shelves: Shelf[] | null
  /** Why something could not be asked; what was known stays. */
  failed: FailureCode | null
  /** The generation that has ended last while the panel is open. */
  ended: Generation | null
  /** Images that have come since and are not shown yet: nothing moves under whoever looks at something. */
  fresh: number
  showFresh: () => void
  /** Fetches a shelf's next page, unless it is on its way or there is none. */
  more: (key: string) => void
  /** Asks anew for the page that holds that place: its addresses have ended. */
  renew: (key: string, place: number) => void
  fold: (key: string) => void
  /** An image was changed, deleted or had back by the designer's own hand. */
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
export function useShelves(filter: Filter, session: Session | null, atTop: () => boolean): Shelves {
  const pages = useShelfPages(filter, session)
  const { shelves, failed, update, begin, more, again } = pages
  const { fresh, showFresh, ended } = useFresh(pages, isEverything(filter), atTop)
  const renew = useRenewal(filter, shelves, (key, images) => update((all) => changed(all, key, (now) => withNewer(now, images))))
  return {
    shelves,
    failed,
    ended,
    fresh,
    showFresh,
    more,
    renew,
    again,
    fold: (which) => update((all) => changed(all, which, ({ folded }) => ({ folded: !folded }))),
    change: (image) => update((all) => all.map((shelf) => ({ ...shelf, ...withNewer(shelf, [image]) }))),
    remove: (imageId) => update((all) => without(all, imageId)),
    // Among those that are deleted it is no more.
    putBack: (image) => update((all) => (filter.deleted ? without(all, image.id) : withBack(all, image))),
    reload: () => void begin(),
  }
}
