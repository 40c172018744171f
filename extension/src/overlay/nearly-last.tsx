import { type FreeChange, freeInstead, type Image } from 'shared'
import { Button } from '../ui/button'
import { t } from '../ui/i18n'
import { Note } from '../ui/note'
import { useFree } from '../ui/use-free'
import type { Flow } from './flow'
import type { Overlay } from './use-overlay'
import { takesWords } from './wish'

/** A prompt that asks for little more than other colours or another repeat of the last images: those are free. */
export function NearlyLast({
  overlay,
  shown,
  onAdjust,
}: {
  overlay: Overlay
  shown: Extract<Flow, { at: 'composing' | 'blocked' }>
  onAdjust: (image: Image, change: FreeChange) => void
}) {
  const isFree = useFree()
  const { wish } = overlay.state
  const last = shown.before?.finished.batch.at(-1)
  const image = last?.items.find((item) => item.image !== null)?.image ?? null
  if (last === undefined || image === null || !takesWords(wish.operation) || last.operation !== wish.operation) return null
  const changes = freeInstead(wish.prompt, last.prompt).filter(isFree)
  if (changes.length === 0) return null
  return (
    <Note
      title={t('coach_nearly_last')}
      text={t('coach_adjust_free')}
      actions={changes.map((change) => (
        <Button key={change} size="small" blocked={overlay.sending} onClick={() => onAdjust(image, change)}>
          {t(change === 'recolour' ? 'tab_recolour' : 'tab_repeat')} <span className="ok-text">{t('free')}</span>
        </Button>
      ))}
    />
  )
}
