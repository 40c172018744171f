/** Every element that Toile puts into a page; a photograph of the page is taken without them. */
export const hostNames = ['toile-overlay', 'toile-pill', 'toile-image', 'toile-picker', 'toile-region'] as const
type HostName = (typeof hostNames)[number]

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
  return { host, root: host.attachShadow({ mode: 'closed' }) }
}

/** They lie below an open overlay, whose guard takes no click while anything lies over it, be it ours. */
const lying = ['toile-pill', 'toile-image']

/**
 * Puts it into the page in place of one that is there: after an update of the extension that one is dead, and nothing else
 * removes it. All but the overlay stand above what the page shows in its own top layer.
 */
export function putHost(host: HTMLElement): void {
  for (const dead of document.querySelectorAll(host.localName)) dead.remove()
  // A page that is zoomed by its style sheet zooms all that stands in it; our px are the window's.
  host.style.setProperty('zoom', String(1 / (document.documentElement.currentCSSZoom ?? 1)), 'important')
  const over = lying.includes(host.localName) ? document.querySelector(':root > toile-overlay') : null
  // Beside a modal dialogue nothing can be pressed. Put there at once: a frame that is moved loads anew.
  const dialog = host.localName === 'toile-overlay' ? undefined : [...document.querySelectorAll('dialog:modal')].at(-1)
  if (dialog) dialog.append(host)
  else document.documentElement.insertBefore(host, over)
  if (host.localName === 'toile-overlay' || document.querySelector(':modal, :popover-open') === null) return
  host.popover = 'manual'
  host.showPopover()
}
