import { nextFrame } from '../acquire/next-frame'
import { hostNames } from './host'

const hosts = hostNames.join()

/** A worker that died over its photograph lifts no veil. */
const longestMs = 2_000

/** Set while everything of Toile in this page is hidden. */
let lift: (() => void) | null = null

/** Hides everything of Toile in this page, for two seconds at most; answers when the screen shows it so. */
export async function dropVeil(): Promise<void> {
  lift?.()
  // An overlay or a pill that comes meanwhile stays hidden as well.
  const watch = new MutationObserver(() => show(false))
  watch.observe(document.documentElement, { childList: true })
  const timer = setTimeout(() => lift?.(), longestMs)
  lift = () => {
    clearTimeout(timer)
    watch.disconnect()
    lift = null
    show(true)
  }
  show(false)
  await nextFrame()
  await nextFrame()
}

/** Shows it again. Answers whether it was hidden until now. */
export function liftVeil(): boolean {
  const veiled = lift !== null
  lift?.()
  return veiled
}

function show(visible: boolean): void {
  for (const host of document.querySelectorAll<HTMLElement>(hosts)) {
    host.style.setProperty('visibility', visible ? 'visible' : 'hidden', 'important')
    host.style.setProperty('opacity', visible ? '1' : '0', 'important')
  }
}
