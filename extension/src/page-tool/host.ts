import { make } from './element'

/** Every element that Toile puts into a page; a photograph of the page is taken without them. */
export const hostNames = ['toile-overlay', 'toile-pill', 'toile-image', 'toile-picker', 'toile-region'] as const
type HostName = (typeof hostNames)[number]

/** In the top layer an element lies on a backdrop, which pages give their dialogues a colour for. */
const noBackdrop = ':host::backdrop{display:none!important}'

/**
 * An element of ours in a foreign page, over everything. It is `all: initial`, inline and important, so no rule of the
 * page reaches it; it catches no clicks, only what stands in its closed shadow root does. It gets that root in a document of
 * its own, where it is nobody's custom element: a page that has defined our name would be handed the root by `attachInternals`.
 */
export function makeHost(name: HostName): { host: HTMLElement; root: ShadowRoot } {
  const host = document.implementation.createHTMLDocument('').createElement(name)
  // `all` leaves the direction of the script as it is: pages in Arabic would turn our sentences round.
  const style = {
    all: 'initial',
    direction: 'ltr',
    position: 'fixed',
    inset: '0',
    'z-index': '2147483647',
    'pointer-events': 'none',
  }
  for (const [property, value] of Object.entries(style)) host.style.setProperty(property, value, 'important')
  const root = host.attachShadow({ mode: 'closed' })
  root.append(make(root, 'style', { text: noBackdrop }))
  return { host, root }
}

/** They lie below an open overlay, whose guard takes no click while anything lies over it, be it ours. */
const lying = ['toile-pill', 'toile-image']

/** They stay while dialogues of the page come and go, so they stand in none; the others are there for one deed. */
const staying = ['toile-overlay', 'toile-pill']

/**
 * Puts it into the page in place of one that is there: after an update of the extension that one is dead, and nothing else
 * removes it. What is there for one deed stands above what the page shows in the browser's top layer.
 */
export function putHost(host: HTMLElement): void {
  for (const dead of document.querySelectorAll(host.localName)) dead.remove()
  // A page that is zoomed by its style sheet zooms all that stands in it; our px are the window's.
  host.style.setProperty('zoom', String(1 / (document.documentElement.currentCSSZoom ?? 1)), 'important')
  const stays = staying.includes(host.localName)
  const over = lying.includes(host.localName) ? document.querySelector(':root > toile-overlay') : null
  // Beside a modal dialogue nothing can be pressed. Put there at once: a frame that is moved loads anew.
  const dialog = stays ? undefined : [...document.querySelectorAll('dialog:modal')].at(-1)
  if (dialog) dialog.append(host)
  else document.documentElement.insertBefore(host, over)
  if (!stays && document.querySelector(':modal, :popover-open') !== null) raise(host)
  // The pill comes while the page is about to be drawn: its styles and layout are asked for once that is done anyway.
  else if (host.localName === 'toile-pill') requestAnimationFrame(() => raiseWhereMoved(host))
  else raiseWhereMoved(host)
}

/** Puts it into the browser's top layer. */
function raise(host: HTMLElement): void {
  host.popover = 'manual'
  host.showPopover()
}

function raiseWhereMoved(host: HTMLElement): void {
  if (host.isConnected && holdsFixed(getComputedStyle(document.documentElement))) raise(host)
}

/** Whether a page's root is moved as a picture is: then what is fixed in it scrolls with the page, but in the top layer. */
function holdsFixed({ transform, translate, rotate, scale, perspective, willChange, contain }: CSSStyleDeclaration): boolean {
  return (
    [transform, translate, rotate, scale, perspective].some((value) => !/^(none)?$/.test(value)) ||
    /transform|translate|rotate|scale|perspective|contain/.test(willChange) ||
    /paint|layout|strict|content/.test(contain)
  )
}
