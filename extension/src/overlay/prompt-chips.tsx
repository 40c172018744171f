import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import type { Alternatives, ChipKind, Understood } from 'shared'
import { type MessageKey, t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { stepFocus } from '../ui/step-focus'
import { ChipOthers } from './chip-others'
import { type ChipChange, type NamedChip, type Offer, standingChips } from './chip-words'
import { useChangedChips } from './use-changed-chips'

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

interface ChipsProps {
  prompt: string
  understood: Understood[]
  alternatives: Alternatives | null
  locked: boolean
  onChange: (change: ChipChange) => void
  /** The last one was taken away: there is no neighbour for the focus. */
  onEmpty?: () => void
}

/**
 * What is read in the prompt, a chip a word. A click offers other words for its place, the cross takes it out of the prompt;
 * by keyboard: arrows from chip to chip, Enter, Delete.
 */
export function PromptChips({ prompt, understood, alternatives, locked, onChange, onEmpty }: ChipsProps) {
  const [openKey, setOpenKey] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const panelId = useId()
  const [known, change] = useChangedChips(understood)
  const chips = standingChips(prompt, known)
  const open = chips.find(({ key }) => key === openKey)?.chip ?? null
  const focusChip = (at: number) => list.current?.querySelectorAll<HTMLElement>('.chip-word')[at]?.focus()
  const placeOf = (chip: Understood) => chips.findIndex((one) => one.chip === chip)
  // A chip that was changed is another one, which is there only now.
  const focusNext = useRef<number>(null)
  useLayoutEffect(() => {
    if (focusNext.current !== null) focusChip(focusNext.current)
    focusNext.current = null
  })
  if (chips.length === 0) return null

  const put = (chip: Understood, offer: Offer | null) => {
    if (locked) return
    const at = placeOf(chip)
    setOpenKey(null)
    change(chip, offer)
    // Where the last one was taken away, the one before it is last.
    focusNext.current = offer === null ? Math.min(at, chips.length - 2) : at
    onChange({ chip, word: offer?.word ?? null })
    if (offer === null && chips.length === 1) onEmpty?.()
  }
  return (
    <div className="stack chip-group">
      <ul className="chips" aria-label={t('understood_label')} ref={list}>
        <li className="caption" aria-hidden="true">
          {t('understood_label')}
        </li>
        {chips.map((named) => (
          <PromptChip
            key={named.key}
            named={named}
            open={named.key === openKey}
            locked={locked}
            panelId={panelId}
            onOpen={() => !locked && setOpenKey(named.key === openKey ? null : named.key)}
            onRemove={() => put(named.chip, null)}
          />
        ))}
      </ul>
      {open !== null && (
        <ChipOthers
          id={panelId}
          chip={open}
          alternatives={alternatives}
          onChoose={(offer) => put(open, offer)}
          onClose={() => {
            focusChip(placeOf(open))
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
