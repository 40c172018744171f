import type { ImagePage } from 'shared'
import { api } from '../../api'
import { allProjects } from '../../projects/all-projects'
import { asked, type Filter } from './filter'
import { found, noProject, type Shelf, shelfOf } from './shelves'

/** Images of one page. */
export const perPage = 100

/** All projects that have images, the one used last first, each with what it has in all. */
export async function readShelves(): Promise<Shelf[]> {
  const [counts, inUse, archived] = await Promise.all([api.imageCounts(), allProjects(), allProjects(true)])
  const projects = new Map([...inUse, ...archived].map((project) => [project.id, project]))
  return counts.map(({ projectId, images }) =>
    shelfOf(projectId ?? noProject, (projectId !== null && projects.get(projectId)) || null, images),
  )
}

/** A page of one shelf: the first, or the one behind the image `after`. */
export function readPage(filter: Filter, key: string, after: string | null): Promise<ImagePage> {
  const wanted = key === found ? asked(filter, Date.now()) : { projectId: key === noProject ? null : key }
  return api.images({ ...wanted, ...(after === null ? {} : { cursor: after }), limit: perPage })
}
