import { type RepeatLayout, usualAcross } from 'shared'
import { printDpi, widthInCm } from '../../images/print-size'
import { number, t } from '../../ui/i18n'
import { Slider } from '../../ui/slider'
import { BoxField } from '../box-field'
import type { FieldsProps } from '../fields-props'
import { LayoutChoice } from './layout-choice'
import { scaleAt, scalesOf, stepOf } from './motif-scales'
import { RepeatPreview } from './repeat-preview'

/** How the picture is laid over the cloth, and how large; `size` is the tile's, in px. */
export function RepeatFields({ set, change, source, locked, size }: FieldsProps & { size: number }) {
  const layout = set.layout ?? 'block'
  const scales = scalesOf(layout)
  const step = stepOf(layout, set.scale)
  return (
    <>
      {source !== null && <RepeatPreview image={source} layout={layout} scale={set.scale} size={size} />}
      <LayoutChoice chosen={set.layout} locked={locked} onChoose={(chosen) => change({ layout: chosen })} />
      <Slider
        label={t('scale_label')}
        value={step}
        said={saidOf(layout, scales[step] ?? 1, size)}
        least={0}
        most={scales.length - 1}
        step={1}
        locked={locked}
        onChange={(chosen) => change({ scale: scaleAt(layout, chosen) })}
      />
      {layout === 'toss' && source !== null && (
        <BoxField image={source} box={set.box} locked={locked} onChange={(box) => change({ box })} />
      )}
    </>
  )
}

/** A size of the motif and, where the whole picture is laid, how many cm of the tile each one takes. */
function saidOf(layout: RepeatLayout, scale: number, size: number): string {
  const factor = number(scale)
  if (layout === 'toss') return t('times', { factor })
  const cm = (widthInCm(size, printDpi) / usualAcross) * scale
  return t('times_cm', { factor, cm: number(cm, { maximumFractionDigits: 1 }) })
}
