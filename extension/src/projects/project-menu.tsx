import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Project } from 'shared'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { useAttempt } from '../ui/use-attempt'
import { isNearlyUsedUp, leftWords, namedWithLeft } from './budget-words'
import { NewProjectForm } from './new-project'
import { ProjectList } from './project-list'
import type { Projects } from './use-projects'
import './projects.css'

/**
 * The project that new images are made for, and the choice of another: none, one of the list, or a new one made right here.
 * `name` shows the current one with what its budget leaves; `change` is a plain button beside a name that stands there already.
 */
export function ProjectMenu({
  projects,
  look = 'name',
  align = 'start',
}: {
  projects: Projects
  look?: 'name' | 'change'
  align?: 'start' | 'end'
}) {
  const [open, setOpen] = useState<'no' | 'list' | 'new'>('no')
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const { failed, attempt } = useAttempt()
  const { current } = projects

  const close = () => {
    setOpen('no')
    button.current?.focus()
  }
  useClickedAway(place, open !== 'no', () => setOpen('no'))
  const choose = (project: Project | null) => {
    attempt(() => projects.choose(project))
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || open === 'no') return
    // It closes the menu, and nothing around it.
    event.stopPropagation()
    close()
  }
  // Tab leads on: an open list would lie over what has the focus then. A form keeps what was typed.
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (open === 'list' && relatedTarget !== null && !place.current?.contains(relatedTarget)) setOpen('no')
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard wherever the focus is within.
    <div className="project-menu" ref={place} onKeyDown={onKeyDown} onBlur={onBlur}>
      <Button
        ref={button}
        look={look === 'name' ? 'ghost' : 'plain'}
        size="small"
        className={look === 'name' ? 'project-button' : undefined}
        aria-haspopup="menu"
        aria-expanded={open !== 'no'}
        aria-label={look === 'name' ? t('project_label', { name: namedWithLeft(current ?? null) }) : t('project_change')}
        onClick={() => (open === 'no' ? setOpen('list') : close())}
      >
        {look === 'name' ? <CurrentName project={current} /> : t('source_change')}
      </Button>
      {open !== 'no' && (
        <div className={`project-popover project-popover-${align}`}>
          {open === 'list' ? (
            <ProjectList projects={projects} onChoose={choose} onNew={() => setOpen('new')} />
          ) : (
            <NewProjectForm onCreate={(terms) => projects.create(terms).then(close)} onCancel={close} />
          )}
        </div>
      )}
      {failed !== null && <FailureNote code={failed} />}
    </div>
  )
}

function CurrentName({ project }: { project: Project | null | undefined }) {
  if (project === undefined) return null
  return (
    <>
      <span className="project-button-name">{project?.name ?? t('project_none')}</span>
      {project !== null && project.left !== null && (
        <span className={isNearlyUsedUp(project) ? 'project-left warn-text' : 'project-left caption'}>
          · {leftWords(project)}
        </span>
      )}
      <Icon name="down" />
    </>
  )
}

/** A click anywhere else closes what is open; the focus stays with that click. */
function useClickedAway(place: { current: HTMLElement | null }, open: boolean, onAway: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new function is no reason to listen anew.
  useEffect(() => {
    if (!open) return
    const gone = new AbortController()
    const look = (event: Event) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) onAway()
    }
    document.addEventListener('pointerdown', look, { signal: gone.signal })
    return () => gone.abort()
  }, [open])
}
