/** A box to tick. */
export function Tick({
  label,
  checked,
  locked = false,
  onChange,
}: {
  label: string
  checked: boolean
  locked?: boolean
  onChange: (checked: boolean) => void
}) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={checked}
        aria-disabled={locked || undefined}
        onChange={(event) => !locked && onChange(event.target.checked)}
      />
      {label}
    </label>
  )
}
