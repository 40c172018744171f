import { useId, useState } from 'react'
import { type CoachItem, coachPrompt, coachTopics, withOffer } from 'shared'
import { useAnnounce } from '../ui/announce'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { useSettled } from '../ui/use-settled'
import { CoachList, CoachRow, hintFor } from './coach-items'
import { type Read, wordsLanguage } from './use-understanding'

/** Long enough that nobody is told of every letter. */
const announceAfterMs = 2_000

/**
 * What a prompt speaks of and what it leaves open, live while it is written: a row of items, and a click on a missing one adds
 * words for it. Open it shows the designer's own words and what would be added.
 */
export function PromptCoach({
  prompt,
  read,
  locked,
  onAdd,
}: {
  prompt: string
  /** What the engine reads in it; null until it is known. */
  read: Read | null
  locked: boolean
  onAdd: (prompt: string) => void
}) {
  const [open, setOpen] = useState(false)
  const panelId = useId()
  const items = coachPrompt(prompt, wordsLanguage(), read?.prompt === prompt.trim() ? read : null)
  const missing = items.filter(({ found }) => found.length === 0)
  const count = t('coach_count', { done: items.length - missing.length, all: coachTopics.length })
  useAnnounce(useSettled(saidOf(missing, count), announceAfterMs), 'progress')
  const add = (item: CoachItem) => !locked && onAdd(withOffer(prompt, item))
  return (
    <section className={open ? 'coach card' : 'coach'} aria-label={t('coach_title')}>
      <div className="row">
        <button
          type="button"
          className="coach-title"
          aria-expanded={open}
          aria-controls={panelId}
          title={t(open ? 'coach_less' : 'coach_more')}
          onClick={() => setOpen(!open)}
        >
          {t('coach_title')}
          <Icon name="down" />
        </button>
        <span className="caption">{count}</span>
      </div>
      <div id={panelId}>
        {open ? <CoachList items={items} locked={locked} onAdd={add} /> : <CoachRow items={items} locked={locked} onAdd={add} />}
      </div>
    </section>
  )
}

function saidOf([first]: CoachItem[], count: string): string {
  return `${t('coach_title')}: ${count}. ${first === undefined ? '' : hintFor(first)}`.trim()
}
