import { useId } from 'react'
import { maxProjectName, type WhenUsedUp } from 'shared'
import { type MessageKey, t } from '../ui/i18n'
import './projects.css'

/** A project's form as it is being filled in. `budget` is as it was typed; empty is no limit. */
export interface ProjectForm {
  name: string
  budget: string
  whenUsedUp: WhenUsedUp
}

export const emptyProject: ProjectForm = { name: '', budget: '', whenUsedUp: 'stop' }

const ways: { value: WhenUsedUp; words: MessageKey }[] = [
  { value: 'stop', words: 'project_stop' },
  { value: 'ask', words: 'project_ask' },
  { value: 'tell', words: 'project_tell' },
]

/** The budget as a number: null is no limit, undefined is no whole number of credits. */
export function budgetOf({ budget }: ProjectForm): number | null | undefined {
  const typed = budget.trim()
  if (typed === '') return null
  return /^\d{1,7}$/.test(typed) && Number(typed) <= 1_000_000 ? Number(typed) : undefined
}

/** Name, budget, and what happens when it is used up. Without a budget there is nothing to happen. */
export function ProjectFields({ form, onChange }: { form: ProjectForm; onChange: (form: ProjectForm) => void }) {
  const id = useId()
  const wrong = budgetOf(form) === undefined
  return (
    <>
      <div className="project-fields">
        <label className="project-name">
          <span className="field-label">{t('project_name')}</span>
          <input
            className="field"
            value={form.name}
            maxLength={maxProjectName}
            autoComplete="off"
            onChange={(event) => onChange({ ...form, name: event.target.value })}
          />
        </label>
        <label className="project-budget">
          <span className="field-label">{t('project_budget')}</span>
          <input
            className="field"
            inputMode="numeric"
            value={form.budget}
            placeholder={t('project_no_limit')}
            autoComplete="off"
            aria-invalid={wrong || undefined}
            aria-describedby={wrong ? `${id}-wrong` : undefined}
            onChange={(event) => onChange({ ...form, budget: event.target.value })}
          />
        </label>
      </div>
      {wrong && (
        <p className="caption warn-text" id={`${id}-wrong`}>
          {t('project_budget_wrong')}
        </p>
      )}
      {form.budget.trim() !== '' && (
        <fieldset>
          <legend className="field-label">{t('project_when')}</legend>
          {ways.map(({ value, words }) => (
            <label key={value} className="project-way">
              <input
                type="radio"
                name={`${id}-when`}
                checked={form.whenUsedUp === value}
                onChange={() => onChange({ ...form, whenUsedUp: value })}
              />
              {t(words)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}
