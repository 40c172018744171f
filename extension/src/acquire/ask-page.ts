import type { BgPageMessage } from '../page-messages'
import { injectTool, say } from '../page-tool/reach'
import { type FoundImage, foundImage, mark, pictureData } from './found-image'
import type { Picked } from './picked'

/** A page that hangs answers no message; without an answer there are still other ways to the picture. */
const pageWithinMs = 20_000

type Where = Pick<Picked, 'tabId' | 'frameId'>

/** Asks the page tool of a frame. Its answers come out of a foreign page's process: each is checked. */
async function askPage({ tabId, frameId }: Where, message: BgPageMessage): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), pageWithinMs)
  })
  const answer = await Promise.race([say(tabId, message, frameId), late])
  clearTimeout(timer)
  return answer
}

/**
 * Pins down which element is meant, before the overlay moves pointer and focus. What the page tool cannot find stays as
 * it was told. `target` is Firefox's name for the element of a click.
 */
export async function pinDown(picked: Picked, target: number | null): Promise<Picked> {
  const { wanted } = picked
  if (wanted.by === 'region' || wanted.by === 'mark' || !(await injectTool(picked.tabId, picked.frameId))) return picked
  const found = mark.safeParse(await askPage(picked, { type: 'bg-page-image-mark', wanted, target })).data
  if (found === undefined) return picked
  return { ...picked, wanted: wanted.by === 'address' ? { ...wanted, mark: found } : { by: 'mark', mark: found } }
}

/** What the page tells of the picture; null where it lets nobody in, or tells nothing that makes sense. */
export async function findInPage(picked: Picked): Promise<FoundImage | null> {
  if (picked.wanted.by === 'region' || !(await injectTool(picked.tabId, picked.frameId))) return null
  return foundImage.safeParse(await askPage(picked, { type: 'bg-page-image-find', wanted: picked.wanted })).data ?? null
}

/** A picture that the page hands over; null where it has none. */
export async function pictureByPage(where: Where, message: BgPageMessage): Promise<Blob | null> {
  const data = pictureData.safeParse(await askPage(where, message)).data
  return data === undefined ? null : fromData(data)
}

/** The file in a `data:` address. */
export async function fromData(data: string): Promise<Blob> {
  return (await fetch(data)).blob()
}
