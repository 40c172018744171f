import * as z from 'zod'
import { credits, id, moment } from './credits.ts'
import { words } from './text.ts'

/** What happens when a project's budget is used up: no new images, only with the designer's yes, or just a word. */
export const whenUsedUp = z.enum(['stop', 'ask', 'tell'])
export type WhenUsedUp = z.infer<typeof whenUsedUp>

/** Longest name, in characters. */
export const maxProjectName = 80
const projectName = words.trim().min(1).max(maxProjectName)
/** Credits; null is no limit. A budget is a limit, not a purchase: the credits stay in the balance. */
const budget = credits.max(1_000_000).nullable()

/** A creative session: a named group of generations. */
export const project = z.object({
  id,
  name: z.string(),
  budget,
  whenUsedUp,
  /** Credits that its images cost, those still being made with them. */
  used: credits,
  /** What the budget leaves, or null where there is none. */
  left: credits.nullable(),
  /** Images delivered. */
  images: z.int().nonnegative(),
  createdAt: moment,
  archivedAt: moment.nullable(),
})
export type Project = z.infer<typeof project>

const terms = { name: projectName, budget: budget.default(null), whenUsedUp: whenUsedUp.default('stop') }

/** `intentId` is made by the client before sending: the same intent makes one project, however often it is sent. */
export const newProject = z.strictObject({ intentId: id, ...terms })
export type NewProject = z.infer<typeof newProject>

/** The whole form as it was filled in: all of it replaces what was there. */
export const projectUpdate = z.strictObject({ intentId: id, id, name: projectName, budget, whenUsedUp })
export type ProjectUpdate = z.infer<typeof projectUpdate>

/** Nothing new can be made in an archived project; what was made in it stays. It can be taken out again. */
export const projectArchiving = z.strictObject({ id, archived: z.boolean().default(true) })

/** Newest first. `cursor` is the id of the last project of the page before. */
export const projectListRequest = z
  .strictObject({
    /** Archived ones instead of those in use. */
    archived: z.boolean().default(false),
    cursor: id.optional(),
    limit: z.int().min(1).max(100).default(50),
  })
  .prefault({})
export type ProjectListRequest = z.infer<typeof projectListRequest>
export const projectPage = z.object({ projects: z.array(project), nextCursor: id.nullable() })
export type ProjectPage = z.infer<typeof projectPage>
