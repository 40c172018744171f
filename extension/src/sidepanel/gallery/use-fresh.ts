import { useEffectEvent, useState } from 'react'
import type { GalleryImage, Generation, LiveEvent } from 'shared'
import { api } from '../../api'
import { allProjects } from '../../projects/all-projects'
import { useLive } from '../../ui/use-live'
import { perPage } from './shelf-pages'
import { broughtBy, isHomeOf, isNews, type Shelf, withBrought } from './shelves'
import type { ShelfPages } from './use-shelf-pages'

/**
 * New images, as they are told live and as they are found after a gap. They come in on top where the designer looks at the top,
 * and otherwise wait to be asked for: nothing moves under whoever looks at something.
 * @param whole whether the whole gallery is shown: a search does not change by itself
 */
export function useFresh({ shelves, update, begin, failed, again }: ShelfPages, whole: boolean, atTop: () => boolean) {
  const [waiting, setWaiting] = useState<GalleryImage[]>([])
  const [ended, setEnded] = useState<Generation | null>(null)
  const fresh = whole && shelves !== null ? waiting.filter((image) => isNews(shelves, image)) : []

  const take = (images: GalleryImage[]) => {
    setWaiting([])
    update((all) => all.map((shelf) => withFresh(shelf, images)))
  }
  const receive = useEffectEvent((images: GalleryImage[]) => {
    if (!whole || shelves === null) return
    // The first images of a project: there is no shelf for them yet.
    if (images.some((image) => !shelves.some((shelf) => isHomeOf(shelf, image)))) return void begin()
    const news = images.filter((image) => isNews(shelves, image))
    if (news.length === 0) return
    if (news.length === perPage) return void begin()
    const withNews = (all: GalleryImage[]) => [...news, ...all.filter(({ id }) => !news.some((one) => one.id === id))]
    if (atTop()) take(withNews(fresh))
    else setWaiting(withNews)
  })
  const hear = (event: LiveEvent) => {
    if (event.type !== 'generation') return
    const { generation } = event
    if (generation.finished) setEnded(generation)
    if (whole && generation.finished && generation.projectId !== null) void renewFigures(update)
    receive(broughtBy(generation))
  }
  const back = () => {
    if (failed !== null) again()
    if (!whole) return
    api.images({ limit: perPage }).then(
      ({ images }) => receive(images),
      (error: unknown) => console.info('Toile: not told what came meanwhile', error),
    )
  }
  useLive({ hear, back })
  return { fresh: fresh.length, showFresh: () => take(fresh), ended }
}

function withFresh(shelf: Shelf, images: GalleryImage[]): Shelf {
  const own = images.filter((image) => isHomeOf(shelf, image))
  return own.length === 0 ? shelf : { ...shelf, ...withBrought(shelf, own) }
}

/** What was spent shows in the projects' budgets. */
async function renewFigures(update: ShelfPages['update']): Promise<void> {
  try {
    const told = new Map((await allProjects()).map((project) => [project.id, project]))
    update((all) => all.map((shelf) => ({ ...shelf, project: told.get(shelf.key) ?? shelf.project })))
  } catch (error) {
    console.info('Toile: budgets were not renewed', error)
  }
}
