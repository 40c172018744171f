import type { CoachItem, CoachTopic } from 'shared'
import { Button } from '../ui/button'
import { listed, type MessageKey, t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'

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

interface ItemsProps {
  items: CoachItem[]
  locked: boolean
  onAdd: (item: CoachItem) => void
}

/** What is there and what is missing in a row: they differ by icon and outline. */
export function CoachRow({ items, locked, onAdd }: ItemsProps) {
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

/** The same in full: the designer's own words, and what would be added. */
export function CoachList({ items, locked, onAdd }: ItemsProps) {
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

/** What to say of a topic that is missing, with words for it. */
export const hintFor = ({ topic, offer }: CoachItem) => t(hints[topic], { words: offer ?? '' })
