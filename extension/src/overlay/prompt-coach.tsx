import { useId, useState } from 'react'
import { type CoachItem, type CoachTopic, coachPrompt, coachTopics, withOffer } from 'shared'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { listed, type MessageKey, t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { useSettled } from '../ui/use-settled'
import { type Read, wordsLanguage } from './use-understanding'

const names: Record<CoachTopic, MessageKey> = {
  subject: 'coach_subject',
  style: 'coach_style',
  palette: 'coach_palette',
  ground: 'coach_ground',
  repeat: 'coach_repeat',
  scale: 'coach_scale',
}
const hints: Record<CoachTopic, MessageKey> = {
  subject: 'coach_hint_subject',
  style: 'coach_hint_style',
  palette: 'coach_hint_palette',
  ground: 'coach_hint_ground',
  repeat: 'coach_hint_repeat',
  scale: 'coach_hint_scale',
}
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
        {open ? <List items={items} locked={locked} onAdd={add} /> : <Row items={items} locked={locked} onAdd={add} />}
      </div>
    </section>
  )
}

interface ItemsProps {
  items: CoachItem[]
  locked: boolean
  onAdd: (item: CoachItem) => void
}

/** Done and missing differ by icon and outline. */
function Row({ items, locked, onAdd }: ItemsProps) {
  const done = items.filter(({ found }) => found.length > 0)
  const missing = items.filter(({ found }) => found.length === 0)
  const [first] = missing
  return (
    <>
      <ul className="chips">
        {done.map(({ topic, found }) => (
          <li key={topic} className="chip chip-done" title={listed(found)}>
            <Icon name="check" />
            {t(names[topic])}
          </li>
        ))}
        {missing.map((item) => (
          <li key={item.topic}>
            <button
              type="button"
              className="chip"
              aria-label={t('coach_add_named', { topic: t(names[item.topic]), words: item.offer ?? '' })}
              aria-disabled={locked || undefined}
              onClick={() => onAdd(item)}
            >
              <Icon name="plus" />
              {t(names[item.topic])}
            </button>
          </li>
        ))}
      </ul>
      {first !== undefined && <p className="caption coach-hint">{hintFor(first)}</p>}
    </>
  )
}

function List({ items, locked, onAdd }: ItemsProps) {
  return (
    <ul className="coach-list">
      {items.map((item) => {
        const { topic, found, offer } = item
        const isDone = found.length > 0
        return (
          <li key={topic}>
            {isDone ? (
              <span className="ok-text">
                <Icon name="check" />
              </span>
            ) : (
              <i className="coach-open" />
            )}
            <span className="grow">
              <span className={isDone ? undefined : 'strong'}>{t(names[topic])}</span>{' '}
              <span className="caption">{isDone ? foundWords(item) : t('quoted', { word: offer ?? '' })}</span>
            </span>
            {!isDone && (
              <Button
                look="ghost"
                size="small"
                blocked={locked}
                aria-label={t('coach_add_named', { topic: t(names[topic]), words: offer ?? '' })}
                onClick={() => onAdd(item)}
              >
                {t('coach_add')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Several colours are counted: they stand in the prompt, and as chips below it. Of all else the first words are enough. */
function foundWords({ topic, found }: CoachItem): string {
  return topic === 'palette' && found.length > 1 ? tn('coach_colours', found.length) : (found[0] ?? '')
}

const hintFor = ({ topic, offer }: CoachItem) => t(hints[topic], { words: offer ?? '' })

function saidOf([first]: CoachItem[], count: string): string {
  return `${t('coach_title')}: ${count}. ${first === undefined ? '' : hintFor(first)}`.trim()
}
