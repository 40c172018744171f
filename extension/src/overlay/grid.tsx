import type { KeyboardEvent } from 'react'
import { t } from '../ui/i18n'
import type { Place } from './batch'
import { type Delivered, DeliveredTile } from './delivered-tile'
import type { ResultWays } from './result-actions'
import { MissingTile, WaitingTile } from './tiles'
import type { Overlay } from './use-overlay'

const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 2, ArrowUp: -2 }

/** The grid of images: arrived, on their way, and those that did not come. With a tile in focus: arrows, C, D and U. */
export function Grid({
  overlay,
  places,
  delivered,
  chosenKey,
  onChoose,
  actions,
  running,
}: {
  overlay: Overlay
  places: Place[]
  delivered: Delivered[]
  chosenKey: string | null
  onChoose: (key: string) => void
  actions: ResultWays
  running: boolean
}) {
  const go = (from: string, step: number) => {
    const next = delivered[delivered.findIndex(({ key }) => key === from) + step]
    if (next === undefined) return
    onChoose(next.key)
    document.querySelector<HTMLElement>(`[data-tile="${CSS.escape(next.key)}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, key: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = steps[event.key]
    const act = { c: actions.copy, d: actions.download, u: actions.asSource }[event.key.toLowerCase()]
    if (step === undefined && act === undefined) return
    event.preventDefault()
    if (step !== undefined) go(key, step)
    else void act?.()
  }
  return (
    <ul className={running ? 'tiles' : 'tiles tiles-low'} aria-label={t('tiles_label')}>
      {places.map(({ key, generation, item }) => {
        const shown = delivered.find((one) => one.key === key)
        if (shown !== undefined) {
          const chosen = key === chosenKey
          const props = { delivered: shown, chosen, showCharge: running, onChoose: () => onChoose(key) }
          return <DeliveredTile key={key} {...props} onKeyDown={(event) => onKeyDown(event, key)} />
        }
        if (item.state === 'queued' || item.state === 'running') return <WaitingTile key={key} place={key} item={item} />
        return <MissingTile key={key} overlay={overlay} generation={generation} item={item} canRetry={!running} />
      })}
    </ul>
  )
}
