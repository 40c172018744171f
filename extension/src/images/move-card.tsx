import { useEffect, useId, useRef, useState } from 'react'
import type { Generation } from 'shared'
import { api } from '../api'
import { NewProjectForm } from '../projects/new-project'
import { useProjects } from '../projects/use-projects'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t, tn } from '../ui/i18n'
import { SelectField } from '../ui/select-field'
import { useAttempt } from '../ui/use-attempt'

/** Stands for no project, and for one that is yet to be made, in the list. */
const none = ''
const another = '+'

/** Puts an image, with the batch it was made in, into a project: one of the list, a new one, or none. */
export function MoveCard({
  id,
  generationId,
  projectId,
  count,
  onMoved,
}: {
  id?: string | undefined
  generationId: string
  /** Where it is now. */
  projectId: string | null
  /** Images of its batch. */
  count: number
  /** It was moved; `words` say where to. */
  onMoved: (generation: Generation, words: string) => void
}) {
  const titleId = useId()
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const { list, failed: unread } = useProjects()
  const [wanted, setWanted] = useState(projectId ?? none)
  const { failed, attempt } = useAttempt()
  const offers: [string, string][] = [
    [none, t('project_none')],
    ...(list ?? []).map(({ id: one, name }): [string, string] => [one, name]),
    [another, t('project_new')],
  ]
  const move = async (to: { id: string; name: string } | null) => {
    const moved = await api.moveGeneration(generationId, to?.id ?? null)
    onMoved(moved, to === null ? t('said_moved_out') : t('said_moved', { name: to.name }))
  }
  const chosen = list?.find((project) => project.id === wanted) ?? null
  const stays = wanted === (projectId ?? none) || (wanted !== none && chosen === null)
  return (
    <section className="card stack" id={id} aria-labelledby={titleId} ref={place}>
      <h3 className="label" id={titleId}>
        {t('move_title')}
      </h3>
      {wanted === another ? (
        <NewProjectForm onCreate={async (terms) => move(await api.createProject(terms))} onCancel={() => setWanted(none)} />
      ) : (
        <div className="row move-fields">
          <SelectField label={t('receipt_project')} value={wanted} locked={list === null} offers={offers} onChange={setWanted} />
          <Button icon="folder" blocked={stays} onClick={() => attempt(() => move(chosen))}>
            {t('move_now')}
          </Button>
        </div>
      )}
      <p className="caption">{tn('move_note', count)}</p>
      {(failed ?? unread) !== null && <FailureNote code={failed ?? unread ?? 'INTERNAL'} />}
    </section>
  )
}
