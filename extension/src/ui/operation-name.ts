import type { Operation } from 'shared'
import type { Wished } from '../overlay-session'
import { type MessageKey, t } from './i18n'

const names: Record<Operation, MessageKey> = {
  generate: 'tab_text',
  vary: 'operation_vary',
  edit: 'operation_edit',
  recolour: 'operation_recolour',
  repeat: 'tab_repeat',
  effect: 'operation_effect',
  upscale: 'operation_upscale',
  cutout: 'operation_cutout',
}

/** What was done, as a thing: “Variation”. */
export function operationName(operation: Operation): string {
  return t(names[operation])
}

/** All of them, in the order of the tabs. */
export const operationsByName: Operation[] = ['vary', 'generate', 'recolour', 'repeat', 'upscale', 'cutout', 'effect', 'edit']

/** What an operation is called where it is asked for, as its tab is. */
export const operationNames: Record<Wished, MessageKey> = {
  vary: 'tab_variations',
  generate: 'tab_text',
  recolour: 'tab_recolour',
  repeat: 'tab_repeat',
  upscale: 'tab_upscale',
  cutout: 'tab_cutout',
  effect: 'tab_effects',
}
