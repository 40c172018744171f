import { galleryImage, project } from 'shared'
import * as z from 'zod'
import { type Session, session } from '../../kept'
import { local } from '../../storage'
import type { Shelf } from './shelves'

/** So many images are kept: those in view as the panel opens, and a few more. */
const mostKept = 60

const keptShelf = z.object({
  key: z.string(),
  project: project.nullable(),
  total: z.int().nonnegative().nullable(),
  folded: z.boolean(),
  images: z.array(galleryImage),
})
/** The beginning of a gallery, as it was seen last, and whose it is. */
const keptGallery = z.object({ session, shelves: z.array(keptShelf) })

/** The shelves as one sees them: until a shelf's first page comes, with what was seen of it last. Null where nothing is known. */
export function withSeen(shelves: Shelf[] | null, seen: Shelf[]): Shelf[] | null {
  if (shelves === null) return seen.length === 0 ? null : seen
  return shelves.map((shelf) => {
    if (shelf.cursor !== undefined || shelf.images.length > 0) return shelf
    const before = seen.find(({ key }) => key === shelf.key)
    return before === undefined ? shelf : { ...shelf, images: before.images }
  })
}

/** The first images of a gallery, on their shelves. */
function beginningOf(shelves: Shelf[]): z.output<typeof keptShelf>[] {
  let room = mostKept
  return shelves.flatMap(({ key, project: of, total, folded, images }) => {
    const first = images.slice(0, room)
    room -= first.length
    return first.length === 0 ? [] : [{ key, project: of, total, folded, images: first }]
  })
}

/** The beginning of this session's gallery, for the next time that the panel opens: the server may be away then. */
export function galleryToKeep(of: Session, shelves: Shelf[]): z.output<typeof keptGallery> {
  return { session: of, shelves: beginningOf(shelves) }
}

/** What was kept for this session. What is another's is thrown away. */
export async function readBeginning(of: Session): Promise<Shelf[]> {
  const raw = await local.gallery.soon()
  if (raw === null) return []
  const kept = keptGallery.safeParse(raw).data
  if (kept?.session.serverUrl === of.serverUrl && kept.session.token === of.token) {
    // There is no more of it to be had before the server has told.
    return kept.shelves.map((shelf) => ({ ...shelf, cursor: null, failed: null }))
  }
  await local.gallery.set(null)
  return []
}
