import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import type { GalleryImage } from 'shared'
import type { Shelves } from '../gallery/use-shelves'

export interface OpenImage {
  opened: GalleryImage | null
  /** The image that was deleted last, until its deletion was undone or is forgotten. */
  undo: GalleryImage | null
  open: (image: GalleryImage) => void
  close: () => void
  change: (image: GalleryImage) => void
  deleted: (image: GalleryImage) => void
  forget: () => void
}

/** Which image is looked at in large. Escape leads back to its place in the gallery. */
export function useOpenImage(shelves: Shelves, gallery: RefObject<HTMLElement | null>): OpenImage {
  const [opened, setOpened] = useState<GalleryImage | null>(null)
  const [undo, setUndo] = useState<GalleryImage | null>(null)
  const [backTo, setBackTo] = useState<string | null>(null)
  const close = () => {
    setBackTo(opened?.id ?? null)
    setOpened(null)
  }
  // Only now can the gallery be reached again.
  useEffect(() => {
    if (backTo === null || opened !== null) return
    const tile = gallery.current?.querySelector<HTMLElement>(`[data-focus="${CSS.escape(backTo)}"]`)
    const place = tile ?? gallery.current?.querySelector<HTMLElement>('[data-focus][tabindex="0"]')
    place?.focus()
    setBackTo(null)
  }, [backTo, opened, gallery])

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing && opened !== null) close()
  })
  useEffect(() => {
    const gone = new AbortController()
    document.addEventListener('keydown', (event) => onKey(event), { signal: gone.signal })
    return () => gone.abort()
  }, [])

  return {
    opened,
    undo,
    open: setOpened,
    close,
    change: (image) => {
      shelves.change(image)
      setOpened((now) => (now?.id === image.id ? image : now))
    },
    deleted: (image) => {
      shelves.remove(image.id)
      setUndo(image)
      close()
    },
    forget: () => {
      // The button that was pressed goes, and would take the focus along.
      setBackTo(undo?.id ?? null)
      setUndo(null)
    },
  }
}
