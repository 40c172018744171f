import { useId } from 'react'

/** A number chosen along a line, said beside its label in words. */
export function Slider({
  label,
  value,
  said,
  least,
  most,
  step,
  locked = false,
  onChange,
}: {
  label: string
  value: number
  /** The value as people read it: "2 px". */
  said: string
  least: number
  most: number
  step: number
  locked?: boolean
  onChange: (value: number) => void
}) {
  const id = useId()
  return (
    <div>
      <div className="row slider-head">
        <label className="field-label grow" htmlFor={id}>
          {label}
        </label>
        <span aria-hidden="true">{said}</span>
      </div>
      <input
        id={id}
        className="slider"
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={said}
        aria-disabled={locked || undefined}
        onChange={(event) => !locked && onChange(Number(event.target.value))}
      />
    </div>
  )
}
