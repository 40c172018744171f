import type { Draft, Generation } from 'shared'

/** Whether this generation was made of the draft's words and picture: of fewer images, for one, that could be paid. */
function isMadeOf({ request, createdAt }: Draft, made: Generation): boolean {
  return (
    Date.parse(made.createdAt) > Date.parse(createdAt) &&
    made.operation === request.operation &&
    made.prompt === request.prompt &&
    (made.source?.id ?? null) === request.sourceImageId
  )
}

/** The drafts that still wait: one whose wish was granted since, in another number or size, is not offered again. */
export function openDrafts(drafts: Draft[], made: Generation[]): Draft[] {
  return drafts.filter((draft) => !made.some((generation) => isMadeOf(draft, generation)))
}
