import { useRef } from 'react'
import type { GalleryImage } from 'shared'
import type { Filter } from './filter'
import { perPage, readPage } from './shelf-pages'
import type { Shelf } from './shelves'

/** A file that is gone stays gone: its page is asked for no more often than that, in ms. */
const againAfterMs = 60_000

/** Asks anew for the page of a shelf that holds a place, where the addresses of its images have ended. */
export function useRenewal(
  filter: Filter,
  shelves: Shelf[] | null,
  renewed: (key: string, images: GalleryImage[]) => void,
): (key: string, place: number) => void {
  const asked = useRef(new Map<string, number>())
  return (key, place) => {
    const shelf = shelves?.find((one) => one.key === key)
    if (!shelf) return
    const from = Math.floor(place / perPage) * perPage
    const page = `${key} ${from}`
    if (Date.now() - (asked.current.get(page) ?? 0) < againAfterMs) return
    asked.current.set(page, Date.now())
    readPage(filter, key, shelf.images[from - 1]?.id ?? null).then(
      ({ images }) => renewed(key, images),
      (error: unknown) => console.info('Toile: addresses of images were not renewed', error),
    )
  }
}
