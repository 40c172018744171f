import type { RepeatLayout } from 'shared'
import { Choice } from '../../ui/choice'
import type { MessageKey } from '../../ui/i18n'
import { t } from '../../ui/i18n'

const layouts: RepeatLayout[] = ['block', 'half-drop', 'brick', 'mirror', 'toss']

/** What each layout is called. */
export const layoutNames: Record<RepeatLayout, MessageKey> = {
  block: 'layout_block',
  'half-drop': 'layout_half_drop',
  brick: 'layout_brick',
  mirror: 'layout_mirror',
  toss: 'layout_toss',
}

/** Where the tiles of each layout stand, on a cloth of 48 × 32 px; a mirrored tile points down, tossed ones point anywhere. */
const cloths: Record<RepeatLayout, string> = {
  block: 'M4 12l6-8 6 8zM20 12l6-8 6 8zM36 12l6-8 6 8zM4 28l6-8 6 8zM20 28l6-8 6 8zM36 28l6-8 6 8z',
  'half-drop': 'M4 12l6-8 6 8zM20 20l6-8 6 8zM36 12l6-8 6 8zM4 28l6-8 6 8zM36 28l6-8 6 8z',
  brick: 'M4 12l6-8 6 8zM20 12l6-8 6 8zM36 12l6-8 6 8zM12 28l6-8 6 8zM28 28l6-8 6 8z',
  mirror: 'M4 12l6-8 6 8zM20 12l6-8 6 8zM36 12l6-8 6 8zM4 20l6 8 6-8zM20 20l6 8 6-8zM36 20l6 8 6-8z',
  toss: 'M3 11l9-7 2 11zM22 3l9 4-9 6zM38 13l4-10 6 9zM9 20l10 3-7 7zM25 29l2-11 8 8zM41 18l8 6-9 5z',
}

/** How the motif goes on over the cloth. */
export function LayoutChoice({
  chosen,
  locked,
  onChoose,
}: {
  chosen: RepeatLayout | undefined
  locked: boolean
  onChoose: (layout: RepeatLayout) => void
}) {
  return (
    <fieldset>
      <legend className="field-label">{t('layout_label')}</legend>
      <div className="choices choices-5">
        {layouts.map((layout) => (
          <Choice key={layout} group="layout" checked={layout === chosen} locked={locked} onChoose={() => onChoose(layout)}>
            <svg width="48" height="32" viewBox="0 0 52 32" fill="currentColor" aria-hidden="true">
              <path d={cloths[layout]} />
            </svg>
            {t(layoutNames[layout])}
          </Choice>
        ))}
      </div>
    </fieldset>
  )
}
