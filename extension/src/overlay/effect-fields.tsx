import { type Effect, fewestInks, mostInks } from 'shared'
import { Choice } from '../ui/choice'
import { type MessageKey, t } from '../ui/i18n'
import { Stepper } from '../ui/stepper'
import { EffectIcon } from './effect-icon'
import type { FieldsProps } from './fields-props'

const effects: Effect[] = ['kaleidoscope-square', 'kaleidoscope-hexagon', 'halftone', 'screen-print', 'quilting']

const names: Record<Effect, MessageKey> = {
  'kaleidoscope-square': 'effect_square',
  'kaleidoscope-hexagon': 'effect_hexagon',
  halftone: 'effect_halftone',
  'screen-print': 'effect_screen_print',
  quilting: 'effect_quilting',
}

const explained: Record<Effect, MessageKey> = {
  'kaleidoscope-square': 'effect_square_text',
  'kaleidoscope-hexagon': 'effect_hexagon_text',
  halftone: 'effect_halftone_text',
  'screen-print': 'effect_screen_print_text',
  quilting: 'effect_quilting_text',
}

/** Inks of a usual print. */
const usualInks = 4

const countsInks = (effect: Effect) => effect === 'halftone' || effect === 'screen-print'

/** What is made of the picture, and in how many inks where they are counted. */
export function EffectFields({ set, change, locked }: FieldsProps) {
  const chosen = set.effect
  const choose = (effect: Effect) => change({ effect, inks: countsInks(effect) ? (set.inks ?? usualInks) : undefined })
  return (
    <>
      <fieldset>
        <legend className="field-label">{t('effect_label')}</legend>
        <div className="choices choices-5">
          {effects.map((effect) => (
            <Choice key={effect} group="effect" checked={effect === chosen} locked={locked} onChoose={() => choose(effect)}>
              <EffectIcon effect={effect} />
              {t(names[effect])}
            </Choice>
          ))}
        </div>
      </fieldset>
      {chosen !== undefined && <p className="caption">{t(explained[chosen])}</p>}
      {chosen !== undefined && countsInks(chosen) && (
        <Stepper
          label={t('inks_label')}
          value={set.inks ?? usualInks}
          least={fewestInks}
          most={mostInks}
          locked={locked}
          onChange={(inks) => change({ inks })}
        />
      )}
    </>
  )
}
