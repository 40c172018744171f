import { type RefObject, useRef } from 'react'
import type { Balance, GalleryImage } from 'shared'
import { ask } from '../../messages'
import { useAnnounce } from '../../ui/announce'
import { Button } from '../../ui/button'
import { FailureNote } from '../../ui/failure-note'
import { withStillFree } from '../../ui/free'
import { t, tn } from '../../ui/i18n'
import { Note } from '../../ui/note'
import { TryAgain } from '../../ui/try-again'
import { useAttempt } from '../../ui/use-attempt'
import { usePrices } from '../../ui/use-free'
import { isZero } from '../../wallet'
import { everything, type Filter, isEverything } from './filter'
import { Grid } from './grid'
import { SearchBar } from './search-bar'
import { useMeasured } from './use-measured'
import type { Shelves } from './use-shelves'

/** Everything that was made, by project; or what a search finds. */
export function Gallery({
  shelves,
  filter,
  balance,
  view,
  onFilter,
  onOpen,
}: {
  shelves: Shelves
  filter: Filter
  balance: Balance | null
  view: RefObject<HTMLDivElement | null>
  onFilter: (filter: Filter) => void
  onOpen: (image: GalleryImage) => void
}) {
  const above = useRef<HTMLDivElement>(null)
  const height = useMeasured(above, 'offsetHeight')
  const prices = usePrices()
  const { shelves: all, failed, fresh } = shelves
  const projects = (all ?? []).flatMap(({ project }) => project ?? [])
  const isEmpty = all?.every(({ images, cursor, total }) => images.length === 0 && (cursor === null || total === 0)) === true
  const news = fresh === 0 ? '' : tn('gallery_fresh', fresh)
  useAnnounce(news)
  return (
    <>
      {failed !== null && <Away shelves={shelves} />}
      <div className="panel-body gallery" ref={view}>
        {news !== '' && (
          <div className="gallery-fresh">
            <Button
              look="main"
              size="small"
              onClick={() => {
                shelves.showFresh()
                view.current?.scrollTo({ top: 0 })
              }}
            >
              {news}
            </Button>
          </div>
        )}
        <div className="gallery-above" ref={above}>
          <SearchBar filter={filter} projects={projects} onFilter={onFilter} />
          {balance !== null && isZero(balance) && !isEmpty && <Note title={withStillFree(t('gallery_zero'), prices)} />}
          {isEmpty && failed === null && <Nothing filter={filter} onFilter={onFilter} />}
        </div>
        {all === null && failed === null && <Skeleton />}
        {!isEmpty && all !== null && (
          <Grid
            shelves={shelves}
            headed={isEverything(filter)}
            deleted={filter.deleted}
            view={view}
            above={height}
            onOpen={onOpen}
          />
        )}
      </div>
    </>
  )
}

/** What did not come, and why: in view wherever one has scrolled to. */
function Away({ shelves }: { shelves: Shelves }) {
  if (shelves.failed === null) return null
  return (
    <div className="gallery-away">
      {shelves.failed === 'OFFLINE' ? (
        <Note
          look="offline"
          title={t('gallery_offline')}
          text={t(shelves.shelves === null ? 'gallery_offline_empty' : 'gallery_offline_next')}
          actions={<TryAgain onClick={shelves.again} />}
        />
      ) : (
        <FailureNote code={shelves.failed} actions={<TryAgain onClick={shelves.again} />} />
      )}
    </div>
  )
}

/** Nothing there yet, or nothing like what was looked for: and the way on. */
function Nothing({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const opening = useAttempt()
  if (isEverything(filter))
    return (
      <>
        <Note
          title={t('gallery_empty')}
          text={t('gallery_empty_next')}
          actions={
            <Button icon="text" onClick={() => opening.attempt(() => ask('ui-bg-open-overlay', { operation: 'generate' }))}>
              {t('new_from_words')}
            </Button>
          }
        />
        {opening.failed !== null && <FailureNote code={opening.failed} />}
      </>
    )
  return (
    <Note
      title={t(filter.deleted ? 'gallery_none_deleted' : 'gallery_none')}
      text={t(filter.deleted ? 'gallery_none_deleted_next' : 'gallery_none_next')}
      actions={<Button onClick={() => onFilter(everything)}>{t('gallery_show_all')}</Button>}
    />
  )
}

/** The room of a first shelf, so that nothing jumps when it comes. */
function Skeleton() {
  return (
    <div className="gallery-skeleton" aria-hidden="true">
      <span className="gallery-skeleton-head" />
      {[1, 2, 3, 4, 5, 6].map((place) => (
        <span key={place} className="thumb gallery-tile gallery-waiting" />
      ))}
    </div>
  )
}
