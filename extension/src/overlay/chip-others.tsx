import type { KeyboardEvent } from 'react'
import type { Alternatives, Understood } from 'shared'
import { t } from '../ui/i18n'
import { stepFocus } from '../ui/step-focus'
import { type Offer, wordsFor } from './chip-words'

/** Other words for one chip's place. */
export function ChipOthers({
  id,
  chip,
  alternatives,
  onChoose,
  onClose,
}: {
  id: string
  chip: Understood
  alternatives: Alternatives | null
  onChoose: (offer: Offer) => void
  onClose: () => void
}) {
  const words = alternatives === null ? [] : wordsFor(chip, alternatives)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape') return stepFocus(event, event.currentTarget, 'button')
    // Escape closes these words, not the whole overlay.
    event.stopPropagation()
    onClose()
  }
  return (
    <fieldset className="others" id={id} aria-label={t('chip_instead', { word: chip.word })} onKeyDown={onKeyDown}>
      <legend className="caption">{words.length === 0 ? t('chip_no_others') : t('chip_instead', { word: chip.word })}</legend>
      {words.map((offer) => (
        <button key={offer.word} type="button" className="chip" onClick={() => onChoose(offer)}>
          {offer.hex !== undefined && <span className="chip-ink" style={{ background: offer.hex }} />}
          {offer.word}
        </button>
      ))}
    </fieldset>
  )
}
