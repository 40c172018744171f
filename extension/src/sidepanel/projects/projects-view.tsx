import { useEffect, useRef, useState } from 'react'
import type { Project } from 'shared'
import { api } from '../../api'
import { codeOf, type FailureCode } from '../../failures'
import { allProjects } from '../../projects/all-projects'
import { NewProjectForm } from '../../projects/new-project'
import { type NewProjectTerms, useProjects } from '../../projects/use-projects'
import { Button } from '../../ui/button'
import { FailureNote } from '../../ui/failure-note'
import { t, tn } from '../../ui/i18n'
import { Note } from '../../ui/note'
import { TryAgain } from '../../ui/try-again'
import { useFocusKept } from '../../ui/use-focus-kept'
import { ProjectCard } from './project-card'

/** The projects, a new one, and those that were put away. */
export function ProjectsView() {
  const projects = useProjects()
  const archive = useArchive()
  const [making, setMaking] = useState(false)
  const { list, failed, current } = projects
  const place = useRef<HTMLDivElement>(null)
  // A card that was put away, or a form that is done, takes its buttons along.
  useFocusKept(() => place.current?.querySelector('button') ?? null, `${making} ${list?.length} ${archive.list.length}`)

  const create = async (terms: NewProjectTerms) => {
    await projects.create(terms)
    setMaking(false)
  }
  const putAway = async (project: Project) => {
    await api.archiveProject(project.id)
    if (current?.id === project.id) await projects.choose(null)
    projects.reload()
    archive.reload()
  }
  const bringBack = async (project: Project) => {
    await api.archiveProject(project.id, false)
    projects.reload()
    archive.reload()
  }
  return (
    <div className="panel-body panel-sections" ref={place}>
      {making ? (
        <div className="card project-form-card">
          <NewProjectForm onCreate={create} onCancel={() => setMaking(false)} />
        </div>
      ) : (
        <Button icon="plus" wide onClick={() => setMaking(true)}>
          {t('project_new')}
        </Button>
      )}
      {failed !== null && <FailureNote code={failed} actions={<TryAgain onClick={projects.reload} />} />}
      {list?.length === 0 && !making && <Note title={t('projects_none')} text={t('projects_none_next')} />}
      {list !== null && list.length > 0 && (
        <ul className="project-cards">
          {list.map((project) => (
            <li key={project.id}>
              <ProjectCard
                project={project}
                current={current?.id === project.id}
                onUse={() => projects.choose(current?.id === project.id ? null : project)}
                onSaved={projects.reload}
                onArchive={() => putAway(project)}
              />
            </li>
          ))}
        </ul>
      )}
      <Archive archived={archive.list} failed={archive.failed} onBack={bringBack} />
    </div>
  )
}

/** Those that were put away; asked for once the others are shown. */
function useArchive() {
  const [list, setList] = useState<Project[]>([])
  const [failed, setFailed] = useState<FailureCode | null>(null)
  const load = () => {
    allProjects(true).then(
      (read) => {
        setList(read)
        setFailed(null)
      },
      (error: unknown) => setFailed(codeOf(error)),
    )
  }
  useEffect(load, [])
  return { list, failed, reload: load }
}

function Archive({
  archived,
  failed,
  onBack,
}: {
  archived: Project[]
  failed: FailureCode | null
  onBack: (project: Project) => Promise<void>
}) {
  const [open, setOpen] = useState(false)
  const [refused, setRefused] = useState<FailureCode | null>(null)
  // Where the list above could not be read either, it says so once.
  if (archived.length === 0 || failed !== null) return null
  return (
    <section className="stack">
      <div>
        <Button look="ghost" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {tn('projects_archived', archived.length)}
        </Button>
      </div>
      {open && (
        <ul className="stack">
          {archived.map((project) => (
            <li key={project.id} className="row">
              <span className="grow">
                {project.name} <span className="caption">{tn('images', project.images)}</span>
              </span>
              <Button
                size="small"
                aria-label={t('project_bring_back_named', { name: project.name })}
                onClick={() => void onBack(project).catch((error: unknown) => setRefused(codeOf(error)))}
              >
                {t('project_bring_back')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {refused !== null && <FailureNote code={refused} />}
    </section>
  )
}
