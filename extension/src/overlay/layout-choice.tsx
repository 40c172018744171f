import type { MessageKey } from '../ui/i18n'
import { t } from '../ui/i18n'
import { type Laid, layouts } from './wish'

const names: Record<Laid, MessageKey> = {
  block: 'layout_block',
  'half-drop': 'layout_half_drop',
  brick: 'layout_brick',
  mirror: 'layout_mirror',
}

/** Where the tiles of each layout stand, on a cloth of 48 × 32 px; a mirrored tile points down. */
const cloths: Record<Laid, string> = {
  block: 'M4 12l6-8 6 8zM20 12l6-8 6 8zM36 12l6-8 6 8zM4 28l6-8 6 8zM20 28l6-8 6 8zM36 28l6-8 6 8z',
  'half-drop': 'M4 12l6-8 6 8zM20 20l6-8 6 8zM36 12l6-8 6 8zM4 28l6-8 6 8zM36 28l6-8 6 8z',
  brick: 'M4 12l6-8 6 8zM20 12l6-8 6 8zM36 12l6-8 6 8zM12 28l6-8 6 8zM28 28l6-8 6 8z',
  mirror: 'M4 12l6-8 6 8zM20 12l6-8 6 8zM36 12l6-8 6 8zM4 20l6 8 6-8zM20 20l6 8 6-8zM36 20l6 8 6-8z',
}

/** How the motif goes on over the cloth. */
export function LayoutChoice({ chosen, locked, onChoose }: { chosen: Laid; locked: boolean; onChoose: (layout: Laid) => void }) {
  return (
    <fieldset>
      <legend className="field-label">{t('layout_label')}</legend>
      <div className="choices choices-4">
        {layouts.map((layout) => (
          <label key={layout} className="choice">
            <input
              type="radio"
              name="layout"
              checked={layout === chosen}
              aria-disabled={locked || undefined}
              onChange={() => !locked && onChoose(layout)}
            />
            <svg width="48" height="32" viewBox="0 0 52 32" fill="currentColor" aria-hidden="true">
              <path d={cloths[layout]} />
            </svg>
            {t(names[layout])}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
