import type { Wished } from '../overlay-session'
import type { MessageKey } from '../ui/i18n'

/** Operations that the menu offers by name. */
export type Priced = Exclude<Wished, 'effect'>
/** What an entry does that is about no operation yet. */
export type Tool = 'picker' | 'region' | 'words' | 'gallery'
type Contexts = readonly [`${chrome.contextMenus.ContextType}`, ...`${chrome.contextMenus.ContextType}`[]]

/** One entry of the right-click menu. The browser groups all that fit a click under the extension's name. */
export type Entry = { id: string; title: MessageKey; contexts: Contexts } & ({ operation: Priced } | { tool: Tool })

/** Wherever no text is selected. A picture that is no `<img>` to the browser (a background, a canvas, one under a layer) is one of these. */
const anywhere = ['page', 'frame', 'link', 'image', 'video', 'editable'] as const

/** In the order of the menu. */
export const entries: readonly Entry[] = [
  { id: 'toile-vary', operation: 'vary', title: 'menu_variations', contexts: ['page', 'frame', 'link', 'image', 'video'] },
  { id: 'toile-repeat', operation: 'repeat', title: 'menu_repeat', contexts: ['image'] },
  { id: 'toile-recolour', operation: 'recolour', title: 'menu_recolour', contexts: ['image'] },
  { id: 'toile-upscale', operation: 'upscale', title: 'menu_upscale', contexts: ['image'] },
  { id: 'toile-cutout', operation: 'cutout', title: 'menu_cutout', contexts: ['image'] },
  { id: 'toile-generate', operation: 'generate', title: 'menu_from_text', contexts: ['selection'] },
  { id: 'toile-picker', tool: 'picker', title: 'menu_picker', contexts: anywhere },
  { id: 'toile-region', tool: 'region', title: 'menu_region', contexts: anywhere },
  { id: 'toile-words', tool: 'words', title: 'menu_from_words', contexts: ['page', 'frame', 'editable'] },
  { id: 'toile-gallery', tool: 'gallery', title: 'open_gallery', contexts: ['page', 'frame', 'image'] },
]
