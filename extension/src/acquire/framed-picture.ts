import { say } from '../page-tool/reach'
import { seated } from '../page-tool/seated'
import { framed, frameSeat, type Standing } from './found-image'
import type { Picked } from './picked'

/** Where in the page's own window a picture is that a frame shows; null where nobody can tell. */
export async function placeOfFramed(tabId: number, frameId: number, wanted: Picked['wanted']): Promise<Standing | null> {
  const token = `toile-${crypto.randomUUID()}`
  const seat = say(tabId, { type: 'bg-page-frame-await', token })
  const told = framed.safeParse(await say(tabId, { type: 'bg-page-frame-call', wanted, token }, frameId)).data
  if (!told?.picture) return null
  if (told.inPage) return told.picture
  const place = frameSeat.safeParse(await seat).data
  return place ? seated(told.picture, place) : null
}
