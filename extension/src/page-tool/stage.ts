import colours from 'data-text:./colours.css'
import base from 'data-text:./stage.css'
import { language } from '../ui/i18n'
import { tellWorker } from './ask-worker'
import { makeHost, putHost } from './host'

const frameStyle = 'all: initial; position: fixed; inset: 0; width: 100%; height: 100%; pointer-events: auto;'

/** How often a page may take the focus away before it is left to it: a page that fights for it would never end. */
const mostReturns = 50

/** The tool at work in this frame: there is one at most. */
declare global {
  var toileTool: AbortController | undefined
}

/** Begins a tool: one that is at work stops. Answers its controller, which takes everything down again. */
export function beginTool(): AbortController {
  globalThis.toileTool?.abort()
  const controller = new AbortController()
  globalThis.toileTool = controller
  return controller
}

/**
 * A sheet over the whole window for a tool that takes pointer and keyboard to itself: an empty frame in a closed shadow
 * root. What happens in it never reaches the page, so a page that eats keys eats none of these; turning the wheel scrolls
 * the page under it. `build` draws on its body. Goes when `signal` aborts, and gives the focus back.
 */
export function raiseStage(
  name: 'toile-picker' | 'toile-region',
  { css, build }: { css: string; build(body: HTMLElement): void },
  signal: AbortSignal,
): void {
  const before = document.activeElement
  const { host, root } = makeHost(name)
  const frame = document.createElement('iframe')
  frame.title = 'Toile'
  frame.style.cssText = frameStyle
  frame.addEventListener(
    'load',
    () => {
      const stage = frame.contentDocument
      if (stage === null) return giveWay()
      dress(stage, css)
      build(stage.body)
      keepFocus(frame, signal)
    },
    { once: true, signal },
  )
  signal.addEventListener('abort', () => {
    host.remove()
    if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  })
  root.append(frame)
  // An empty frame is there at once: its `load` comes before this returns.
  putHost(host)
}

/** A sandboxed page lets nothing stand over it, which would lie there dead: the overlay, in a window, takes files. */
function giveWay(): void {
  globalThis.toileTool?.abort()
  tellWorker({ type: 'page-bg-pill-open' })
}

function dress(stage: Document, css: string): void {
  stage.documentElement.lang = language()
  stage.documentElement.classList.add('toile')
  const style = stage.createElement('style')
  style.textContent = colours + base + css
  stage.head.append(style)
}

/** A page that takes the focus back gets it only where the designer went: to another window, or the browser's own bar. */
function keepFocus(frame: HTMLIFrameElement, signal: AbortSignal): void {
  let returns = 0
  frame.contentWindow?.addEventListener(
    'blur',
    () =>
      setTimeout(() => {
        if (signal.aborted || !document.hasFocus() || ++returns > mostReturns) return
        frame.contentWindow?.focus()
      }),
    { signal },
  )
}
