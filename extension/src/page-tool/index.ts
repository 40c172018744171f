import { addressesOf } from '../acquire/find-image'
import { boxOfWanted, findWanted } from '../acquire/find-wanted'
import type { FoundImage, Sitting } from '../acquire/found-image'
import { readInPage } from '../acquire/read-in-page'
import { type BgPageMessage, fromWorker } from '../page-messages'
import type { Wanted } from '../storage'
import { closeOverlay, moveOverlay, openOverlay } from './open-overlay'
import { dropVeil, liftVeil } from './veil'

/**
 * What the worker injects into a page on demand: it finds pictures and holds the overlay.
 * Injecting it again does nothing, so the worker need not know whether it is there.
 */
declare global {
  var toilePageTool: true | undefined
}

async function find(wanted: Wanted): Promise<FoundImage> {
  const addresses = addressesOf(findWanted(wanted), wanted.by === 'address' ? wanted.srcUrl : null)
  const data = await readInPage(addresses)
  return { addresses, data, pageUrl: location.href, pageTitle: document.title }
}

async function veil(on: boolean, wanted: Wanted): Promise<Sitting> {
  if (on) await dropVeil()
  return { box: boxOfWanted(wanted), windowWidth: innerWidth, veiled: on || liftVeil() }
}

/** Answers the messages of the tool; undefined for those of others (the pill). */
function obey(message: BgPageMessage): Promise<unknown> | undefined {
  switch (message.type) {
    case 'bg-page-overlay-open':
      openOverlay(message.sessionId, message.wanted)
      return Promise.resolve(null)
    case 'bg-page-overlay-close':
      closeOverlay(message.sessionId)
      return Promise.resolve(null)
    case 'bg-page-overlay-hide':
      return Promise.resolve(moveOverlay(message.sessionId, 'hide'))
    case 'bg-page-overlay-show':
      return Promise.resolve(moveOverlay(message.sessionId, 'show'))
    case 'bg-page-veil':
      return veil(message.on, message.wanted)
    case 'bg-page-image-find':
      return find(message.wanted)
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
