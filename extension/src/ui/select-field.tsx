import { Icon } from './icon'

/** What can be chosen, and how it is called on the screen. */
export type Offer = [value: string, name: string]

/** One of several, chosen from a list; `locked` while what is chosen is on its way. */
export function SelectField({
  label,
  value,
  locked,
  offers,
  onChange,
}: {
  label: string
  value: string
  locked: boolean
  offers: Offer[]
  onChange: (value: string) => void
}) {
  return (
    <label>
      <span className="field-label">{label}</span>
      <span className="select">
        <select
          className="field"
          value={value}
          aria-disabled={locked || undefined}
          onChange={(event) => !locked && onChange(event.target.value)}
        >
          {offers.map(([offered, name]) => (
            <option key={offered} value={offered}>
              {name}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </label>
  )
}
