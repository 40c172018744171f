import type { GalleryImage, Generation, Project } from 'shared'
import type { FailureCode } from '../../failures'

/** Images that are shown together: of a project, of none, or all that were found. */
export interface Shelf {
  /** A project's id, `none`, or `found`. */
  key: string
  /** Null where it is no project's. */
  project: Project | null
  /** How many there are; null where nobody has counted. */
  total: number | null
  images: GalleryImage[]
  /** Where the next page begins; undefined before the first, null behind the last. */
  cursor: string | null | undefined
  /** Why the last page did not come. */
  failed: FailureCode | null
  folded: boolean
}

export const noProject = 'none'
export const found = 'found'

export function shelfOf(key: string, project: Project | null, total: number | null): Shelf {
  return { key, project, total, images: [], cursor: undefined, failed: null, folded: false }
}

/** The shelves with one of them changed. */
export function changed(shelves: Shelf[], key: string, change: (shelf: Shelf) => Partial<Shelf>): Shelf[] {
  return shelves.map((shelf) => (shelf.key === key ? { ...shelf, ...change(shelf) } : shelf))
}

/** A shelf with a page at its end. What came on top meanwhile is not there twice. */
export function withPage(shelf: Shelf, page: GalleryImage[], cursor: string | null): Partial<Shelf> {
  const known = new Set(shelf.images.map(({ id }) => id))
  const images = [...shelf.images, ...page.filter(({ id }) => !known.has(id))]
  const total = cursor === null ? images.length : shelf.total
  return { images, cursor, total, failed: null }
}

/** A shelf with newer tellings of images that it has: their addresses are good again. */
export function withNewer(shelf: Shelf, told: GalleryImage[]): Partial<Shelf> {
  const byId = new Map(told.map((image) => [image.id, image]))
  return { images: shelf.images.map((image) => byId.get(image.id) ?? image) }
}

/** The images that a generation has brought, as the gallery shows them: the last of the batch first. */
export function broughtBy(generation: Generation): GalleryImage[] {
  const { id, projectId, operation, prompt, engine, seed, source, items, count } = generation
  const about = { generationId: id, projectId, operation, prompt, engine, count, sourceImageId: source?.id ?? null }
  return items
    .flatMap(({ image, index, charged }) => (image === null ? [] : [{ ...image, ...about, index, seed: seed + index, charged }]))
    .reverse()
}

/** A shelf with what a generation brought on top. */
export function withBrought(shelf: Shelf, brought: GalleryImage[]): Partial<Shelf> {
  const ids = new Set(brought.map(({ id }) => id))
  const others = shelf.images.filter(({ id }) => !ids.has(id))
  const added = others.length + brought.length - shelf.images.length
  return { images: [...brought, ...others], total: shelf.total === null ? null : shelf.total + added }
}

/** Whether it is on top of what is known of its shelf, and not there yet. Before a first page came nothing is news. */
export function isNews(shelves: Shelf[], image: GalleryImage): boolean {
  const shelf = shelves.find((one) => isHomeOf(one, image))
  if (shelf === undefined || shelf.cursor === undefined || shelf.images.some(({ id }) => id === image.id)) return false
  const [newest] = shelf.images
  return newest === undefined || newest.createdAt <= image.createdAt
}

/** Whether an image lies on that shelf; what was found lies on one. */
export function isHomeOf({ key }: Shelf, { projectId }: GalleryImage): boolean {
  return key === found || key === (projectId ?? noProject)
}

/** The shelves without an image that was deleted. */
export function without(shelves: Shelf[], imageId: string): Shelf[] {
  return shelves.map((shelf) => {
    const images = shelf.images.filter(({ id }) => id !== imageId)
    const gone = shelf.images.length - images.length
    return gone === 0 ? shelf : { ...shelf, images, total: shelf.total === null ? null : shelf.total - gone }
  })
}

/** The shelves with an image that was had back, where it was: before the first that is older. */
export function withBack(shelves: Shelf[], image: GalleryImage): Shelf[] {
  return shelves.map((shelf) => {
    const { images, total } = shelf
    if (!isHomeOf(shelf, image) || images.some(({ id }) => id === image.id)) return shelf
    const older = images.findIndex(({ createdAt }) => createdAt < image.createdAt)
    const place = older < 0 ? images.length : older
    return { ...shelf, images: images.toSpliced(place, 0, image), total: total === null ? null : total + 1 }
  })
}

/** How many images a shelf has room for: those that are still to come with those that are there. */
export function placesOf({ images, total, cursor }: Shelf): number {
  if (cursor === null) return images.length
  // Where nobody has counted there is more as long as there is a next page.
  return Math.max(total ?? 0, images.length + 1)
}
