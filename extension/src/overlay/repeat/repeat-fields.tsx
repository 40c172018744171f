import { number, t } from '../../ui/i18n'
import { Slider } from '../../ui/slider'
import { BoxField } from '../box-field'
import type { FieldsProps } from '../fields-props'
import { LayoutChoice } from './layout-choice'

/** Sizes of a motif, each a step on the line; 1 is the usual one. */
const scales = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4]

/** The step on the line that is nearest to a scale. */
function stepOf(scale: number): number {
  const apart = scales.map((one) => Math.abs(Math.log2(one / scale)))
  return apart.indexOf(Math.min(...apart))
}

/** How the picture is laid over the cloth, and how large. */
export function RepeatFields({ set, change, source, locked }: FieldsProps) {
  const scale = set.scale ?? 1
  return (
    <>
      <LayoutChoice chosen={set.layout} locked={locked} onChoose={(layout) => change({ layout })} />
      <Slider
        label={t('scale_label')}
        value={stepOf(scale)}
        said={t('times', { factor: number(scale) })}
        least={0}
        most={scales.length - 1}
        step={1}
        locked={locked}
        onChange={(step) => change({ scale: scales[step] })}
      />
      {set.layout === 'toss' && source !== null && (
        <BoxField image={source} box={set.box} locked={locked} onChange={(box) => change({ box })} />
      )}
    </>
  )
}
