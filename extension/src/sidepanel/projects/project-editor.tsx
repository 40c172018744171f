import { type FormEvent, useState } from 'react'
import type { Project } from 'shared'
import { api } from '../../api'
import { codeOf, type FailureCode } from '../../failures'
import { budgetOf, ProjectFields, type ProjectForm } from '../../projects/project-fields'
import { useAnnounce } from '../../ui/announce'
import { Button } from '../../ui/button'
import { FailureNote } from '../../ui/failure-note'
import { t } from '../../ui/i18n'

function formOf({ name, budget, whenUsedUp }: Project): ProjectForm {
  return { name, budget: budget === null ? '' : String(budget), whenUsedUp }
}

/** Changes a project's name and budget, makes it the current one, or puts it away. */
export function ProjectEditor({
  id,
  project,
  current,
  onUse,
  onSaved,
  onArchive,
}: {
  id: string
  project: Project
  current: boolean
  onUse: () => Promise<void>
  onSaved: () => void
  onArchive: () => Promise<void>
}) {
  const [form, setForm] = useState(() => formOf(project))
  const [intentId, setIntentId] = useState(() => crypto.randomUUID())
  const [state, setState] = useState<'still' | 'working' | 'saved' | FailureCode>('still')
  const budget = budgetOf(form)
  const saved = state === 'saved' ? t('saved') : ''
  useAnnounce(saved)

  const run = (work: () => Promise<unknown>, after: 'still' | 'saved') => {
    setState('working')
    work().then(
      () => setState(after),
      (error: unknown) => setState(codeOf(error)),
    )
  }
  const ready = form.name.trim() !== '' && budget !== undefined && state !== 'working'
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    const terms = { intentId, id: project.id, name: form.name.trim(), budget, whenUsedUp: form.whenUsedUp }
    run(() => api.updateProject(terms).then(onSaved), 'saved')
  }
  const change = (next: ProjectForm) => {
    setForm(next)
    setIntentId(crypto.randomUUID())
    setState('still')
  }
  return (
    <form id={id} className="new-project project-editor" aria-label={project.name} onSubmit={save}>
      <ProjectFields form={form} onChange={change} />
      <div className="row project-editor-actions">
        <Button look="main" type="submit" blocked={!ready}>
          {t('project_save')}
        </Button>
        <Button onClick={() => run(onUse, 'still')}>{t(current ? 'project_stop_using' : 'project_use')}</Button>
        <Button look="ghost" onClick={() => run(onArchive, 'still')}>
          {t('project_archive')}
        </Button>
        <span className="caption ok-text">{saved}</span>
      </div>
      {state !== 'still' && state !== 'working' && state !== 'saved' && <FailureNote code={state} />}
    </form>
  )
}
