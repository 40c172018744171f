import type { FileFormat } from 'shared'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'

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
    <label>
      <span className="field-label">{t('download_format')}</span>
      <span className="select">
        <select
          className="field"
          value={chosen}
          onChange={(event) => onChoose(offered.find(({ format }) => format === event.target.value)?.format ?? 'png')}
        >
          {offered.map(({ format, name }) => (
            <option key={format} value={format}>
              {name}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </label>
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
