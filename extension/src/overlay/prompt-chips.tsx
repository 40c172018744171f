import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Alternatives, ChipKind, Understood } from 'shared'
import { type MessageKey, t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { stepFocus } from '../ui/step-focus'
import { type ChipChange, type NamedChip, standingChips, wordsFor } from './chip-words'

const kindNames: Record<ChipKind, MessageKey> = {
  motif: 'chip_motif',
  style: 'chip_style',
  colour: 'chip_colour',
  ground: 'chip_ground',
  scale: 'chip_scale',
  density: 'chip_density',
  layout: 'chip_layout',
  mood: 'chip_mood',
}

/**
 * What is read in the prompt, a chip a word. A click offers other words for its place, the cross takes it out of the prompt;
 * by keyboard: arrows from chip to chip, Enter, Delete.
 */
export function PromptChips({
  prompt,
  understood,
  alternatives,
  locked,
  onChange,
}: {
  prompt: string
  understood: Understood[]
  alternatives: Alternatives | null
  locked: boolean
  onChange: (change: ChipChange) => void
}) {
  const [openKey, setOpenKey] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const panelId = useId()
  const chips = standingChips(prompt, understood)
  const open = chips.find(({ key }) => key === openKey)?.chip ?? null
  if (chips.length === 0) return null

  const focusChip = (at: number) => list.current?.querySelectorAll<HTMLElement>('.chip-word')[at]?.focus()
  const change = (chip: Understood, word: string | null, at: number) => {
    if (locked) return
    setOpenKey(null)
    // Before the chip goes: its neighbour takes the focus.
    focusChip(word === null ? (at === chips.length - 1 ? at - 1 : at + 1) : at)
    onChange({ chip, word })
  }
  return (
    <div className="stack chip-group">
      <ul className="chips" aria-label={t('understood_label')} ref={list}>
        <li className="caption" aria-hidden="true">
          {t('understood_label')}
        </li>
        {chips.map((named, at) => (
          <PromptChip
            key={named.key}
            named={named}
            open={named.key === openKey}
            locked={locked}
            panelId={panelId}
            onOpen={() => !locked && setOpenKey(named.key === openKey ? null : named.key)}
            onRemove={() => change(named.chip, null, at)}
          />
        ))}
      </ul>
      {open !== null && (
        <Others
          id={panelId}
          chip={open}
          alternatives={alternatives}
          onChoose={(word) =>
            change(
              open,
              word,
              chips.findIndex(({ chip }) => chip === open),
            )
          }
          onClose={() => {
            focusChip(chips.findIndex(({ chip }) => chip === open))
            setOpenKey(null)
          }}
        />
      )}
    </div>
  )
}

function PromptChip({
  named: { chip },
  open,
  locked,
  panelId,
  onOpen,
  onRemove,
}: {
  named: NamedChip
  open: boolean
  locked: boolean
  panelId: string
  onOpen: () => void
  onRemove: () => void
}) {
  const { kind, word, hex } = chip
  const what = t(kindNames[kind])
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      onRemove()
    } else stepFocus(event, event.currentTarget.closest('ul'), '.chip-word')
  }
  return (
    <li className={open ? 'chip-pair chip-pair-open' : 'chip-pair'}>
      <button
        type="button"
        className="chip-word"
        aria-expanded={open}
        aria-controls={open ? panelId : undefined}
        aria-label={t('chip_change', { kind: what, word })}
        title={what}
        aria-disabled={locked || undefined}
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        {hex !== undefined && <span className="chip-ink" style={{ background: hex }} />}
        {word}
      </button>
      <button
        type="button"
        className="chip-cross"
        aria-label={t('chip_remove', { word })}
        aria-disabled={locked || undefined}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}

/** Other words for one chip's place. */
function Others({
  id,
  chip,
  alternatives,
  onChoose,
  onClose,
}: {
  id: string
  chip: Understood
  alternatives: Alternatives | null
  onChoose: (word: string) => void
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
      {words.map(({ word, hex }) => (
        <button key={word} type="button" className="chip" onClick={() => onChoose(word)}>
          {hex !== undefined && <span className="chip-ink" style={{ background: hex }} />}
          {word}
        </button>
      ))}
    </fieldset>
  )
}
