import { type KeyboardEvent, type PointerEvent, type RefObject, useId, useRef } from 'react'
import type { Box, Image } from 'shared'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { number, t } from '../ui/i18n'
import { boxBetween, middleBox, movedBox, type Point, resizedBox } from './box'

/** Longest height of the picture in px. */
const mostHeight = 200
const step = 0.01
const longStep = 0.05

const directions: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

interface BoxProps {
  image: Image
  /** Left out: the whole picture. */
  box: Box | undefined
  locked: boolean
  onChange: (box: Box | undefined) => void
}

/** A box round the motif, drawn over the picture with the mouse or set with the arrow keys. Without one the motif is looked for. */
export function BoxField({ image, box, locked, onChange }: BoxProps) {
  const mark = useRef<HTMLButtonElement>(null)
  const toggle = useRef<HTMLButtonElement>(null)
  const put = (wanted: Box | undefined) => !locked && onChange(wanted)
  const add = () => {
    put(middleBox)
    // It is there once this has been drawn.
    requestAnimationFrame(() => mark.current?.focus())
  }
  const takeAway = () => {
    put(undefined)
    // The focus does not go with the box.
    if (!locked) toggle.current?.focus()
  }
  return (
    <div>
      <div className="row slider-head">
        <span className="field-label grow">{t('box_label')}</span>
        <Button ref={toggle} size="small" look="ghost" onClick={box === undefined ? add : () => put(undefined)}>
          {box === undefined ? t('box_add') : t('box_remove')}
        </Button>
      </div>
      <Picture image={image} box={box} onChange={put} onDelete={takeAway} mark={mark} />
      <p className="caption">{box === undefined ? t('box_none') : t('box_keys')}</p>
    </div>
  )
}

interface MarkProps {
  onChange: (box: Box) => void
  onDelete: () => void
  mark: RefObject<HTMLButtonElement | null>
}

function Picture({ image, box, ...markProps }: Pick<BoxProps, 'image' | 'box'> & MarkProps) {
  const from = useRef<Point | null>(null)
  const { width, height } = image
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = pointOf(event)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const drawn = from.current && boxBetween(from.current, pointOf(event))
    if (drawn) markProps.onChange(drawn)
  }
  const onPointerUp = () => {
    from.current = null
  }
  return (
    <div className="box-picture">
      <div
        className="box-frame"
        style={{ width: `min(100%, ${(mostHeight * width) / height}px)`, aspectRatio: `${width} / ${height}` }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
      >
        <img src={image.thumbUrl} alt="" draggable={false} />
        {box !== undefined && <Mark box={box} {...markProps} />}
      </div>
    </div>
  )
}

/** Where in the picture the pointer is. */
function pointOf(event: PointerEvent<HTMLDivElement>): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
  return { x: (event.clientX - left) / width, y: (event.clientY - top) / height }
}

/** The box itself: arrows move it, with Ctrl they resize it, with Shift in longer steps; Delete takes it away. */
function Mark({ box, onChange, onDelete, mark }: MarkProps & { box: Box }) {
  const keysId = useId()
  const said = placeOf(box)
  useAnnounce(said, 'progress')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') return onDelete()
    const direction = directions[event.key]
    if (direction === undefined) return
    event.preventDefault()
    const far = event.shiftKey ? longStep : step
    const by = { x: direction.x * far, y: direction.y * far }
    onChange(event.ctrlKey || event.metaKey ? resizedBox(box, by) : movedBox(box, by))
  }
  const [left, top, width, height] = box.map((share) => `${share * 100}%`)
  return (
    // Inside an application, screen readers hand the arrow keys on.
    <div role="application" aria-label={t('box_label')}>
      <button
        ref={mark}
        type="button"
        className="box-mark"
        style={{ left, top, width, height }}
        aria-label={said}
        aria-describedby={keysId}
        onKeyDown={onKeyDown}
      />
      <span id={keysId} className="unseen">
        {t('box_keys')}
      </span>
    </div>
  )
}

function placeOf(box: Box): string {
  const [left, top, width, height] = box.map((share) => number(share, { style: 'percent' }))
  return t('box_place', { left: left ?? '', top: top ?? '', width: width ?? '', height: height ?? '' })
}
