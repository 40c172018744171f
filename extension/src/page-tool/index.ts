import { standingOf } from '../acquire/find-wanted'
import type { Sitting } from '../acquire/found-image'
import type { Wanted } from '../acquire/picked'
import { readInPage } from '../acquire/read-in-page'
import { type BgPageMessage, fromWorker } from '../page-messages'
import { awaitFrame, callFromFrame } from './frames'
import { closeOverlay, moveOverlay, openOverlay } from './open-overlay'
import { drawVectorFile, drawWanted, findPicture, markPicture } from './picture'
import { dropVeil, liftVeil } from './veil'

/**
 * What the worker injects into a page on demand: it finds pictures and holds the overlay.
 * Injecting it again does nothing, so the worker need not know whether it is there.
 */
declare global {
  var toilePageTool: true | undefined
}

async function veil(on: boolean, wanted: Wanted | null): Promise<Sitting> {
  if (on) await dropVeil()
  const { offsetLeft: x = 0, offsetTop: y = 0, scale = 1 } = visualViewport ?? {}
  const picture = wanted && standingOf(wanted)
  return { picture, view: { x, y, width: innerWidth / scale, density: devicePixelRatio * scale }, veiled: on || liftVeil() }
}

/** Answers the messages of the tool; undefined for those of others (the pill). */
function obey(message: BgPageMessage): Promise<unknown> | undefined {
  switch (message.type) {
    case 'bg-page-overlay-open':
      return Promise.resolve(openOverlay(message.sessionId, message.wanted))
    case 'bg-page-overlay-close':
      closeOverlay(message.sessionId)
      return Promise.resolve(null)
    case 'bg-page-overlay-hide':
      return Promise.resolve(moveOverlay(message.sessionId, 'hide'))
    case 'bg-page-overlay-show':
      return Promise.resolve(moveOverlay(message.sessionId, 'show'))
    case 'bg-page-veil':
      return veil(message.on, message.wanted)
    case 'bg-page-frame-call':
      return Promise.resolve(callFromFrame(message.wanted, message.token))
    case 'bg-page-frame-await':
      return awaitFrame(message.token)
    case 'bg-page-image-mark':
      return Promise.resolve(markPicture(message.wanted, message.target))
    case 'bg-page-image-find':
      return findPicture(message.wanted)
    case 'bg-page-image-read':
      return readInPage(message.address)
    case 'bg-page-image-draw':
      return drawWanted(message.wanted)
    case 'bg-page-vector-draw':
      return drawVectorFile(message.file, message.wanted)
    case 'bg-page-pill-state':
      return undefined
  }
}

if (!globalThis.toilePageTool) {
  globalThis.toilePageTool = true
  chrome.runtime.onMessage.addListener((raw, sender, answer) => {
    const message = fromWorker(raw, sender)
    const obeyed = message && obey(message)
    if (!obeyed) return false
    obeyed.then(answer, (error: unknown) => {
      console.error('Toile', error)
      answer(null)
    })
    return true
  })
}
