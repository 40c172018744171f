import { type KeyboardEvent, useRef } from 'react'
import type { Several } from '../images/use-several'
import { t } from '../ui/i18n'
import { useFocusKept } from '../ui/use-focus-kept'
import type { Place } from './batch'
import { DeletedTile } from './deleted-tile'
import { type Delivered, DeliveredTile } from './delivered-tile'
import type { ResultWays } from './result-ways'
import { nextTile, tileKey } from './tile-keys'
import { MissingTile, WaitingTile } from './tiles'
import type { Overlay } from './use-overlay'

interface Props {
  overlay: Overlay
  places: Place[]
  delivered: Delivered[]
  chosenKey: string | null
  onChoose: (key: string) => void
  several: Several
  ways: ResultWays
  running: boolean
}

const isGone = ({ item }: Place) => item.state === 'delivered' && item.image === null

/** The grid of images: arrived, on their way, deleted, and those that did not come. */
export function Grid(props: Props) {
  const { places, onChoose, ways, running } = props
  const touched = useRef<string | null>(null)
  // A tile that was deleted, or came back, took the focus away with what stood in its place.
  const gone = places.filter(isGone).map(({ key }) => key)
  useFocusKept(() => document.querySelector(`${at(touched.current ?? gone.at(-1) ?? '')} button`), gone.join(' '))

  const go = (from: string, step: number) => {
    const next = nextTile(places, from, step)
    if (next === null) return
    onChoose(next)
    document.querySelector<HTMLElement>(`${at(next)} button`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, key: string) => {
    const does = tileKey(event, ways)
    if (does === null) return
    event.preventDefault()
    touched.current = key
    if ('step' in does) go(key, does.step)
    else void does.act()
  }
  const onUndo = ({ key, item, generation }: Place) => {
    const { imageId } = item
    if (imageId === null) return null
    return () => {
      touched.current = key
      onChoose(key)
      void ways.restore({ imageId, generationId: generation.id })
    }
  }
  return (
    <ul className={running ? 'tiles' : 'tiles tiles-low'} aria-label={t('tiles_label')}>
      {places.map((place) => (
        <Tile key={place.key} {...props} place={place} onKeyDown={onKeyDown} onUndo={onUndo(place)} />
      ))}
    </ul>
  )
}

/** Where in the page a place of the grid is. */
export function at(key: string): string {
  return `[data-place="${CSS.escape(key)}"]`
}

function Tile({
  overlay,
  place,
  delivered,
  chosenKey,
  onChoose,
  several,
  running,
  onKeyDown,
  onUndo,
}: Props & { place: Place; onKeyDown: (event: KeyboardEvent, key: string) => void; onUndo: (() => void) | null }) {
  const { key, generation, item } = place
  const shown = delivered.find((one) => one.key === key)
  if (shown !== undefined)
    return (
      <DeliveredTile
        delivered={shown}
        chosen={key === chosenKey}
        picked={several.on ? several.has(key) : null}
        showCharge={running}
        onChoose={() => {
          onChoose(key)
          if (several.on) several.toggle(key)
        }}
        onKeyDown={(event) => onKeyDown(event, key)}
      />
    )
  if (item.state === 'queued' || item.state === 'running') return <WaitingTile place={key} item={item} />
  if (isGone(place)) return <DeletedTile place={key} onUndo={onUndo} />
  return <MissingTile overlay={overlay} generation={generation} item={item} canRetry={!running} />
}
