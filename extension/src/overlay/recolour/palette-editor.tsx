import { useRef, useState } from 'react'
import type { Alternative } from 'shared'
import { Button, IconButton } from '../../ui/button'
import { t } from '../../ui/i18n'
import { stepFocus } from '../../ui/step-focus'
import { colourName } from './colour-names'
import { fewestColours, mostColours, withColour, withMoved } from './palette'

/** Colours that are added in turn, as far as they are not there yet. */
const added = ['#f4efe3', '#20242f', '#c9503c', '#1f4e79', '#e0a526', '#6b7f5e', '#b79fd1', '#8a2f3f']

/**
 * The colours wanted, most important first. Each opens the browser's own colour picker; what can be done with the one that had
 * the focus last stands below. The arrow keys go from colour to colour: with Tab, which leads on to what can be done, no other
 * is passed on the way.
 */
export function PaletteEditor({
  palette,
  named,
  locked,
  onChange,
}: {
  palette: string[]
  named: Alternative[]
  locked: boolean
  onChange: (palette: string[]) => void
}) {
  const [wanted, setChosen] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const chosen = Math.min(wanted, palette.length - 1)
  const hex = palette[chosen] ?? '#000000'
  const put = (next: string[], at: number) => {
    if (locked) return
    setChosen(at)
    onChange(next)
  }
  const move = (step: -1 | 1) => put(withMoved(palette, chosen, step), chosen + step)
  const remove = () => {
    put(palette.toSpliced(chosen, 1), Math.max(0, chosen - 1))
    list.current?.querySelectorAll('input')[Math.max(0, chosen - 1)]?.focus()
  }
  const add = () => put([...palette, added.find((one) => !palette.includes(one)) ?? '#ffffff'], palette.length)
  return (
    <fieldset>
      <legend className="field-label">{t('inks_wanted')}</legend>
      <ul className="ink-fields" ref={list}>
        {palette.map((colour, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a colour can be there twice, and its place is what it is about.
          <li key={at}>
            <input
              type="color"
              className={at === chosen ? 'ink-field ink-field-chosen' : 'ink-field'}
              aria-label={t('ink_named', { place: at + 1, name: colourName(colour, named) })}
              value={colour}
              tabIndex={at === chosen ? 0 : -1}
              aria-disabled={locked || undefined}
              onFocus={() => setChosen(at)}
              onKeyDown={(event) => stepFocus(event, list.current, 'input')}
              onClick={(event) => locked && event.preventDefault()}
              onChange={(event) => put(withColour(palette, at, event.target.value), at)}
            />
          </li>
        ))}
      </ul>
      <InkTools
        hex={hex}
        name={colourName(hex, named)}
        can={{
          earlier: !locked && chosen > 0,
          later: !locked && chosen < palette.length - 1,
          remove: !locked && palette.length > fewestColours,
          add: !locked && palette.length < mostColours,
        }}
        onMove={move}
        onRemove={remove}
        onAdd={add}
      />
    </fieldset>
  )
}

/** What can be done with the chosen colour, and one more. */
function InkTools({
  hex,
  name,
  can,
  onMove,
  onRemove,
  onAdd,
}: {
  hex: string
  name: string
  can: Record<'earlier' | 'later' | 'remove' | 'add', boolean>
  onMove: (step: -1 | 1) => void
  onRemove: () => void
  onAdd: () => void
}) {
  return (
    <div className="row ink-tools">
      <span className="grow">
        {name} {name !== hex && <span className="caption">{hex}</span>}
      </span>
      <IconButton
        icon="left"
        name={t('ink_earlier', { name })}
        aria-disabled={!can.earlier || undefined}
        onClick={() => can.earlier && onMove(-1)}
      />
      <IconButton
        icon="right"
        name={t('ink_later', { name })}
        aria-disabled={!can.later || undefined}
        onClick={() => can.later && onMove(1)}
      />
      <IconButton
        icon="close"
        name={t('ink_remove', { name })}
        aria-disabled={!can.remove || undefined}
        onClick={() => can.remove && onRemove()}
      />
      <Button size="small" icon="plus" blocked={!can.add} onClick={onAdd}>
        {t('ink_add')}
      </Button>
    </div>
  )
}
