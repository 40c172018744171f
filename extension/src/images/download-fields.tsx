import type { FileFormat } from 'shared'
import { t } from '../ui/i18n'
import { SelectField } from '../ui/select-field'

/** Which kind of file. */
export function FormatField({
  chosen,
  offered,
  onChoose,
}: {
  chosen: FileFormat
  offered: { format: FileFormat; name: string }[]
  onChoose: (format: FileFormat) => void
}) {
  return (
    <SelectField
      label={t('download_format')}
      value={chosen}
      locked={false}
      offers={offered.map(({ format, name }) => [format, name])}
      onChange={(value) => onChoose(offered.find(({ format }) => format === value)?.format ?? 'png')}
    />
  )
}

/** A number as people type it; what is `bad` is explained by the hint. */
export function NumberField({
  label,
  value,
  bad,
  hintId,
  onChange,
}: {
  label: string
  value: string
  bad: boolean
  hintId: string
  onChange: (text: string) => void
}) {
  return (
    <label>
      <span className="field-label">{label}</span>
      <input
        className="field"
        inputMode="decimal"
        value={value}
        aria-invalid={bad || undefined}
        aria-describedby={hintId}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
