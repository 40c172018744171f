import type { KeyboardEvent } from 'react'
import { IconButton } from './button'
import { number, t } from './i18n'

const steps: Record<string, number> = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }

/** A small whole number, changed by one at a time: with two buttons, or with the arrow keys. At its end a button keeps the focus. */
export function Stepper({
  label,
  value,
  least,
  most,
  locked = false,
  onChange,
}: {
  label: string
  value: number
  least: number
  most: number
  locked?: boolean
  onChange: (value: number) => void
}) {
  const to = (wanted: number) => {
    const next = Math.min(most, Math.max(least, wanted))
    if (!locked && next !== value) onChange(next)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    to(value + step)
  }
  return (
    <div>
      <span className="field-label">{label}</span>
      <div className="stepper">
        <IconButton
          icon="minus"
          name={t('stepper_fewer')}
          aria-disabled={locked || value <= least || undefined}
          onClick={() => to(value - 1)}
        />
        <span
          className="strong"
          role="spinbutton"
          tabIndex={0}
          aria-label={label}
          aria-valuenow={value}
          aria-valuemin={least}
          aria-valuemax={most}
          aria-readonly={locked || undefined}
          onKeyDown={onKeyDown}
        >
          {number(value)}
        </span>
        <IconButton
          icon="plus"
          name={t('stepper_more')}
          aria-disabled={locked || value >= most || undefined}
          onClick={() => to(value + 1)}
        />
      </div>
    </div>
  )
}
