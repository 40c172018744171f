import { type FormEvent, useEffect, useRef, useState } from 'react'
import { codeOf, type FailureCode } from '../failures'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { budgetOf, emptyProject, ProjectFields, type ProjectForm } from './project-fields'
import type { NewProjectTerms } from './use-projects'

/** The form for a new project. One that was sent and not answered is sent again under the same intent. */
export function NewProjectForm({
  onCreate,
  onCancel,
}: {
  onCreate: (terms: NewProjectTerms) => Promise<unknown>
  onCancel: () => void
}) {
  const place = useRef<HTMLFormElement>(null)
  const [form, setForm] = useState<ProjectForm>(emptyProject)
  const [intentId, setIntentId] = useState(() => crypto.randomUUID())
  const [sending, setSending] = useState(false)
  const [failed, setFailed] = useState<FailureCode | null>(null)
  useEffect(() => place.current?.querySelector('input')?.focus(), [])

  const budget = budgetOf(form)
  const ready = form.name.trim() !== '' && budget !== undefined && !sending
  const change = (next: ProjectForm) => {
    setForm(next)
    // Other words are another project.
    setIntentId(crypto.randomUUID())
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!ready) return
    setSending(true)
    setFailed(null)
    onCreate({ intentId, name: form.name.trim(), budget, whenUsedUp: form.whenUsedUp }).catch((error: unknown) => {
      setFailed(codeOf(error))
      setSending(false)
    })
  }
  return (
    <form className="new-project" aria-label={t('project_new_title')} onSubmit={send} ref={place}>
      <h2 className="title">{t('project_new_title')}</h2>
      <ProjectFields form={form} onChange={change} />
      {failed !== null && <FailureNote code={failed} />}
      <div className="row">
        <Button look="main" type="submit" blocked={!ready}>
          {t('project_create')}
        </Button>
        <Button look="ghost" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      <p className="caption">{t('project_budget_note')}</p>
    </form>
  )
}
