import { useEffect, useRef } from 'react'
import type { Project } from 'shared'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { stepFocus } from '../ui/step-focus'
import { leftWords } from './budget-words'
import type { Projects } from './use-projects'

/** The projects to choose from, with what their budgets leave: none, those in use, and a new one. */
export function ProjectList({
  projects: { list, failed, current, reload },
  onChoose,
  onNew,
}: {
  projects: Projects
  onChoose: (project: Project | null) => void
  onNew: () => void
}) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const checked = menu.current?.querySelector<HTMLElement>('[aria-checked="true"]')
    ;(checked ?? menu.current?.querySelector('button'))?.focus()
  }, [])
  // Who has spent since the page was opened sees it here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the list opens.
  useEffect(reload, [])
  const known = list ?? (current ? [current] : [])
  return (
    <>
      <div
        role="menu"
        tabIndex={-1}
        aria-label={t('project_title')}
        ref={menu}
        onKeyDown={(event) => stepFocus(event, menu.current, 'button')}
      >
        <Item name={t('project_none')} project={null} chosen={!current} onChoose={onChoose} />
        {known.map((project) => (
          <Item key={project.id} name={project.name} project={project} chosen={current?.id === project.id} onChoose={onChoose} />
        ))}
        <button type="button" role="menuitem" tabIndex={-1} className="project-item project-item-new" onClick={onNew}>
          <Icon name="plus" />
          <span>{t('project_new')}</span>
        </button>
      </div>
      {failed !== null && <FailureNote code={failed} />}
    </>
  )
}

function Item({
  name,
  project,
  chosen,
  onChoose,
}: {
  name: string
  project: Project | null
  chosen: boolean
  onChoose: (project: Project | null) => void
}) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={chosen}
      tabIndex={-1}
      className="project-item"
      onClick={() => onChoose(project)}
    >
      <span className="project-item-mark">{chosen && <Icon name="check" />}</span>
      <span>{name}</span>
      {project !== null && <span className="caption">{leftWords(project)}</span>}
    </button>
  )
}
