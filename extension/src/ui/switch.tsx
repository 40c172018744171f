/** Something that is on or off, at once. `describedBy` is the id of what is said beside it. */
export function Switch({
  name,
  checked,
  describedBy,
  onChange,
}: {
  name: string
  checked: boolean
  describedBy?: string
  onChange: (checked: boolean) => void
}) {
  return (
    <button
      type="button"
      role="switch"
      className="switch"
      aria-label={name}
      aria-checked={checked}
      aria-describedby={describedBy}
      onClick={() => onChange(!checked)}
    />
  )
}
