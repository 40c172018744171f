import { isOrphan } from '../page-tool/ask-worker'
import { putHost } from '../page-tool/host'

/** How often a page may throw the pill out before it is left in peace. */
const mostReturns = 20

/**
 * Keeps our element in a page that replaces its own body or root, as those of one page do. Only the root's own children are
 * watched, which change hardly ever. `gone` is called where another one has taken its place: that of a newer extension.
 */
export function keepHost(host: HTMLElement, signal: AbortSignal, gone: () => void): void {
  let returns = 0
  const watch = new MutationObserver(() => {
    if (host.isConnected) return
    if (isOrphan() || document.querySelector(host.localName) !== null || ++returns > mostReturns) return gone()
    putHost(host)
    watch.observe(document.documentElement, { childList: true })
  })
  watch.observe(document, { childList: true })
  watch.observe(document.documentElement, { childList: true })
  signal.addEventListener('abort', () => watch.disconnect())
}
