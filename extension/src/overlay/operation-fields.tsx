import type { RefObject } from 'react'
import { CutoutFields } from './cutout-fields'
import { EffectFields } from './effect-fields'
import type { FieldsProps } from './fields-props'
import { PromptFields } from './prompt-fields'
import { RecolourFields } from './recolour/recolour-fields'
import { RepeatFields } from './repeat/repeat-fields'
import { UpscaleFields } from './upscale-fields'
import type { Overlay } from './use-overlay'
import { optionsOf, withOptions } from './wish'

/** The fields of the chosen tab. */
export function OperationFields({
  overlay,
  promptField,
}: {
  overlay: Overlay
  promptField: RefObject<HTMLTextAreaElement | null>
}) {
  const { session, sending, dispatch } = overlay
  const { wish } = overlay.state
  const fields: FieldsProps = {
    set: optionsOf(wish),
    change: (change) => !sending && dispatch({ type: 'wish', change: withOptions(wish, change) }),
    source: session.source?.state === 'ready' ? session.source.image : null,
    locked: sending,
  }
  switch (wish.operation) {
    case 'vary':
    case 'generate':
      return <PromptFields overlay={overlay} field={promptField} />
    case 'recolour':
      return <RecolourFields {...fields} />
    case 'repeat':
      return <RepeatFields {...fields} size={wish.size} />
    case 'upscale':
      return <UpscaleFields {...fields} balance={overlay.balance} engine={wish.engine} />
    case 'cutout':
      return <CutoutFields {...fields} />
    case 'effect':
      return <EffectFields {...fields} />
  }
}
