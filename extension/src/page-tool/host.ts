/** Every element that Toile puts into a page; a photograph of the page is taken without them. */
export const hostNames = ['toile-overlay', 'toile-pill', 'toile-image', 'toile-picker', 'toile-region'] as const
type HostName = (typeof hostNames)[number]

/**
 * An element of ours in a foreign page, over everything. It is `all: initial`, inline and important, so no rule of the
 * page reaches it; it catches no clicks, only what stands in its closed shadow root does.
 */
export function makeHost(name: HostName): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement(name)
  const style = { all: 'initial', position: 'fixed', inset: '0', 'z-index': '2147483647', 'pointer-events': 'none' }
  for (const [property, value] of Object.entries(style)) host.style.setProperty(property, value, 'important')
  return { host, root: host.attachShadow({ mode: 'closed' }) }
}

/** They lie below an open overlay, whose guard takes no click while anything lies over it, be it ours. */
const lying = ['toile-pill', 'toile-image']

/** Puts it into the page in place of one that is there: after an update of the extension that one is dead, and nothing else removes it. */
export function putHost(host: HTMLElement): void {
  for (const dead of document.querySelectorAll(host.localName)) dead.remove()
  const over = lying.includes(host.localName) ? document.querySelector(':root > toile-overlay') : null
  document.documentElement.insertBefore(host, over)
}
