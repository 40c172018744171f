import type { Wished } from '../overlay-session'
import type { MessageKey } from '../ui/i18n'
import type { IconName } from '../ui/icon-shapes'

/** The tabs, in the order in which they stand. */
export const operations: readonly { operation: Wished; icon: IconName; name: MessageKey }[] = [
  { operation: 'vary', icon: 'variations', name: 'tab_variations' },
  { operation: 'generate', icon: 'text', name: 'tab_text' },
  { operation: 'recolour', icon: 'drop', name: 'tab_recolour' },
  { operation: 'repeat', icon: 'repeat', name: 'tab_repeat' },
  { operation: 'upscale', icon: 'enlarge', name: 'tab_upscale' },
  { operation: 'cutout', icon: 'scissors', name: 'tab_cutout' },
  { operation: 'effect', icon: 'effect', name: 'tab_effects' },
]
