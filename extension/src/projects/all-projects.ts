import type { Project } from 'shared'
import { api } from '../api'

/** The most pages that are asked for: who has more projects than these finds the oldest by search only. */
const mostPages = 10
const perPage = 100

/** Every project in use, or every archived one, newest first. */
export async function allProjects(archived = false): Promise<Project[]> {
  const all: Project[] = []
  let cursor: string | null = null
  for (let page = 0; page < mostPages; page++) {
    const { projects, nextCursor } = await api.projects({ archived, limit: perPage, ...(cursor === null ? {} : { cursor }) })
    all.push(...projects)
    cursor = nextCursor
    if (cursor === null) break
  }
  return all
}
