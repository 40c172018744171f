import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useMemo } from 'react'
import type { GalleryImage } from 'shared'
import { type Focus, type Row, rowsOf } from './rows'
import { ShelfHead } from './shelf-head'
import { Tile } from './tile'
import { useColumns } from './use-columns'
import { useRoving } from './use-roving'
import type { Shelves } from './use-shelves'

const headHeight = 76
const overscan = 4

interface GridProps {
  shelves: Shelves
  headed: boolean
  /** Deleted images are shown, which a click brings back. */
  deleted: boolean
  /** What scrolls. */
  view: RefObject<HTMLElement | null>
  /** Height of what stands above in it, in px. */
  above: number
  onOpen: (image: GalleryImage) => void
}

/**
 * The gallery's images, of which only the lines in view are in the page, however many there are. One place in it is in the
 * tab order; the arrow keys go on from there.
 */
export function Grid({ shelves, headed, deleted, view, above, onOpen }: GridProps) {
  const columns = useColumns(view)
  const all = shelves.shelves
  const rows = useMemo(() => rowsOf(all ?? [], columns.count, headed), [all, columns.count, headed])
  const { setActive, onKeyDown, place } = useRoving(rows, (row) => virtual.scrollToIndex(row, { align: 'auto' }), view)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => view.current,
    estimateSize: (index) => (rows[index]?.kind === 'head' ? headHeight : columns.line),
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan,
    scrollMargin: above,
    // What has the focus stays in the page, wherever one scrolls.
    rangeExtractor: (range: Range) => {
      const shown = defaultRangeExtractor(range)
      return place === null || shown.includes(place.row) ? shown : [...shown, place.row].sort((a, b) => a - b)
    },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another width, or another head, is another height of the lines.
  useLayoutEffect(() => virtual.measure(), [columns.line, rows.length, headed])

  const lines = virtual.getVirtualItems()
  useLacking(
    lines.flatMap(({ index }) => rows[index] ?? []),
    shelves,
  )
  const firstInView = lines.find(({ index }) => rows[index]?.kind === 'images')?.index ?? 0
  const reachable = place ?? { row: firstInView, column: 0 }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys move the focus between the buttons within.
    <div className="gallery-grid" style={{ height: virtual.getTotalSize() }} onKeyDown={onKeyDown}>
      {lines.map(({ index, key, start }) => {
        const row = rows[index]
        if (row === undefined) return null
        return (
          <div
            key={key}
            className={row.kind === 'head' ? 'gallery-row gallery-row-head' : 'gallery-row'}
            style={{
              transform: `translateY(${start - above}px)`,
              ...(row.kind === 'images' ? { gridTemplateColumns: `repeat(${columns.count}, 1fr)`, height: columns.line } : {}),
            }}
          >
            <Line
              row={row}
              reachable={reachable.row === index ? reachable.column : null}
              shelves={shelves}
              deleted={deleted}
              onOpen={onOpen}
              onActive={setActive}
            />
          </div>
        )
      })}
    </div>
  )
}

function Line({
  row,
  reachable,
  shelves,
  deleted,
  onOpen,
  onActive,
}: {
  row: Row
  deleted: boolean
  reachable: number | null
  shelves: Shelves
  onOpen: (image: GalleryImage) => void
  onActive: (focus: Focus) => void
}) {
  const { shelf } = row
  if (row.kind === 'head')
    return (
      <ShelfHead
        shelf={shelf}
        reachable={reachable === 0}
        onFold={() => shelves.fold(shelf.key)}
        onFocus={() => onActive({ kind: 'head', key: shelf.key })}
      />
    )
  return (
    <>
      {row.images.map((image, column) => (
        <Tile
          key={image.id}
          image={image}
          reachable={reachable === column}
          deleted={deleted}
          onOpen={() => onOpen(image)}
          onFocus={() => onActive({ kind: 'image', id: image.id })}
          onEnded={() => shelves.renew(shelf.key, row.from + column)}
        />
      ))}
      {Array.from({ length: row.waiting }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: empty places are told apart by nothing else.
        <span key={`waiting ${place}`} className="thumb gallery-tile gallery-waiting" aria-hidden="true" />
      ))}
    </>
  )
}

/** Asks for the shelves of which lines are in view whose images have not come, or that show only what was seen of them before. */
function useLacking(inView: Row[], { shelves, more }: Shelves): void {
  const lines = inView.filter((row) => row.kind === 'images' && (row.waiting > 0 || row.shelf.cursor === undefined))
  const keys = [...new Set(lines.map(({ shelf }) => shelf.key))]
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every page it is looked at again whether one more is needed.
  useEffect(() => {
    for (const key of keys) more(key)
  }, [keys.join(' '), shelves])
}
