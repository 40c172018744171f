import type { Wished } from '../overlay-session'
import type { MessageKey } from '../ui/i18n'
import type { IconName } from '../ui/icon-shapes'

/** A tab, in the order in which they stand. `free`: by the built-in engine and its default prices. */
export const operations: readonly { operation: Wished; icon: IconName; name: MessageKey; free: boolean }[] = [
  { operation: 'vary', icon: 'variations', name: 'tab_variations', free: false },
  { operation: 'generate', icon: 'text', name: 'tab_text', free: false },
  { operation: 'recolour', icon: 'drop', name: 'tab_recolour', free: true },
  { operation: 'repeat', icon: 'repeat', name: 'tab_repeat', free: true },
  { operation: 'upscale', icon: 'enlarge', name: 'tab_upscale', free: false },
  { operation: 'cutout', icon: 'scissors', name: 'tab_cutout', free: false },
  { operation: 'effect', icon: 'effect', name: 'tab_effects', free: false },
]
