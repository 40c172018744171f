import { useEffect, useId, useState } from 'react'
import type { Image, Project } from 'shared'
import { api } from '../../api'
import { BudgetBar } from '../../projects/budget-bar'
import { budgetWords, isNearlyUsedUp } from '../../projects/budget-words'
import { facts, t, tn } from '../../ui/i18n'
import { Icon } from '../../ui/icon'
import { Thumb } from '../../ui/thumb'
import { ProjectEditor } from './project-editor'

/** A project with its newest image and its budget; it opens to be changed. */
export function ProjectCard({
  project,
  current,
  onUse,
  onSaved,
  onArchive,
}: {
  project: Project
  current: boolean
  onUse: () => Promise<void>
  onSaved: () => void
  onArchive: () => Promise<void>
}) {
  const [open, setOpen] = useState(false)
  const editorId = useId()
  const newest = useNewestImage(project)
  const images = tn('images', project.images)
  return (
    <div className={open ? 'card project-card project-card-open' : 'card project-card'}>
      <button
        type="button"
        className="project-card-head"
        aria-expanded={open}
        aria-controls={open ? editorId : undefined}
        onClick={() => setOpen(!open)}
      >
        {newest === null ? <span className="thumb project-card-none" /> : <Thumb image={newest} alt="" size={40} />}
        <span className="grow">
          <b className="strong">{project.name}</b>
          <span className="caption project-card-facts">{current ? facts(images, t('project_in_use')) : images}</span>
        </span>
        <span className={open ? 'shelf-arrow shelf-arrow-open' : 'shelf-arrow'}>
          <Icon name="down" />
        </span>
      </button>
      <BudgetBar project={project} />
      <p className={isNearlyUsedUp(project) ? 'caption strong warn-text' : 'caption'}>
        {project.budget === null ? facts(budgetWords(project), t('project_no_budget')) : budgetWords(project)}
      </p>
      {open && (
        <ProjectEditor id={editorId} project={project} current={current} onUse={onUse} onSaved={onSaved} onArchive={onArchive} />
      )}
    </div>
  )
}

/** Null while it is asked for, and where there is none. */
function useNewestImage({ id, images }: Project): Image | null {
  const [newest, setNewest] = useState<Image | null>(null)
  useEffect(() => {
    if (images === 0) return
    api.images({ projectId: id, limit: 1 }).then(
      (page) => setNewest(page.images[0] ?? null),
      (error: unknown) => console.info('Toile: no picture of a project', error),
    )
  }, [id, images])
  return newest
}
