import { useEffect, useState } from 'react'
import type { Generation } from 'shared'
import type { Delivered } from './delivered-tile'
import { imageKey } from './flow'
import { at } from './grid'
import type { Overlay } from './use-overlay'

/** The image that one is about to do something with. */
interface Chosen {
  /** Null while none has arrived. */
  chosen: Delivered | null
  choose: (key: string) => void
  /** The overlay was opened to make one of these images again, and that one is chosen at first. */
  again: boolean
}

/** Which of the images that arrived is chosen: the first, until another one is. */
export function useChosen(overlay: Overlay, batch: Generation[], delivered: Delivered[]): Chosen {
  const again = useAgain(overlay, delivered)
  const [wanted, choose] = useNewest(batch, again)
  const chosen = delivered.find(({ key }) => key === wanted) ?? delivered[0] ?? null
  return { chosen, choose, again: again !== null }
}

/** The image that this overlay was opened for, to make it again; null in one that was opened otherwise, or was left since. */
function useAgain({ session: { again, shown } }: Overlay, delivered: Delivered[]): string | null {
  const [key] = useState(() => {
    const wanted = shown === null ? delivered.find(({ image }) => image.id === again) : undefined
    return wanted?.key ?? null
  })
  return key
}

/** The image that is wanted, `begin` at first. What is made in addition comes into view, and its first image is wanted. */
function useNewest(batch: Generation[], begin: string | null) {
  const [wanted, want] = useState(begin)
  const added = batch.length > 1 ? batch.at(-1) : undefined
  const first = added === undefined ? null : imageKey(added, 0)
  useEffect(() => {
    if (first === null) return
    want(first)
    document.querySelector(at(first))?.scrollIntoView({ block: 'start' })
  }, [first])
  return [wanted, want] as const
}
