import { t } from '../ui/i18n'
import { Slider } from '../ui/slider'
import { Tick } from '../ui/tick'
import { BoxField } from './box-field'
import type { FieldsProps } from './fields-props'

const white = '#ffffff'
/** What the colour field begins with. */
const firstColour = '#f3dfba'
/** The widest edge in px that can be set. */
const softest = 20

/** What is cut out of the picture, and what is put behind it. */
export function CutoutFields({ set, change, source, locked }: FieldsProps) {
  const softness = set.softness ?? 0
  return (
    <>
      {source !== null && <BoxField image={source} box={set.box} locked={locked} onChange={(box) => change({ box })} />}
      <BackgroundField chosen={set.background} locked={locked} onChoose={(background) => change({ background })} />
      <Slider
        label={t('softness_label')}
        value={softness}
        said={t('pixels_edge', { size: String(softness) })}
        least={0}
        most={softest}
        step={1}
        locked={locked}
        onChange={(px) => change({ softness: px })}
      />
      <Tick label={t('trim')} checked={set.trim === true} locked={locked} onChange={(trim) => change({ trim })} />
    </>
  )
}

type Ground = 'clear' | 'white' | 'colour'

function groundOf(background: string | undefined): Ground {
  if (background === undefined) return 'clear'
  return background === white ? 'white' : 'colour'
}

/** See-through, white, or a colour of one's own. */
function BackgroundField({
  chosen,
  locked,
  onChoose,
}: {
  chosen: string | undefined
  locked: boolean
  onChoose: (background: string | undefined) => void
}) {
  const ground = groundOf(chosen)
  const grounds = [
    { ground: 'clear', name: t('background_clear'), hex: undefined },
    { ground: 'white', name: t('background_white'), hex: white },
    { ground: 'colour', name: t('background_colour'), hex: firstColour },
  ] as const
  return (
    <fieldset>
      <legend className="field-label">{t('background_label')}</legend>
      <div className="row row-stretch">
        <div className="segments grow">
          {grounds.map((one) => (
            <label key={one.ground} className="segment">
              <input
                type="radio"
                name="background"
                checked={one.ground === ground}
                aria-disabled={locked || undefined}
                onChange={() => !locked && onChoose(one.hex)}
              />
              {one.name}
            </label>
          ))}
        </div>
        {ground === 'colour' && (
          <input
            type="color"
            className="ink-field ink-field-small"
            aria-label={t('background_pick')}
            value={chosen}
            aria-disabled={locked || undefined}
            onChange={(event) => !locked && onChoose(event.target.value)}
          />
        )}
      </div>
    </fieldset>
  )
}
