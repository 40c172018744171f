import { useId } from 'react'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { Row } from './section'
import { type NumberSettingName, type SettingNews, useNumberSetting } from './use-number-setting'

/** One number that is saved as it is typed, with what became of it beside the field. */
export function NumberRow({
  name,
  title,
  text,
  unit,
  known,
  most,
}: {
  name: NumberSettingName
  title: string
  text: string
  unit: string
  /** What is set now; null while that is not known. */
  known: number | null
  most: number
}) {
  const id = useId()
  const { text: shown, news, type, leave } = useNumberSetting(name, known, most)
  return (
    <Row>
      <div className="grow">
        <label htmlFor={id}>{title}</label>
        <p className="quiet" id={`${id}-text`}>
          {text}
        </p>
        {news.at === 'failed' && <FailureNote code={news.code} />}
      </div>
      <span className="setting-news caption" role="status">
        <News news={news} most={most} />
      </span>
      <input
        id={id}
        className="field field-number"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={`${id}-text ${id}-unit`}
        aria-invalid={news.at === 'no-number' || undefined}
        readOnly={known === null}
        value={shown}
        onChange={(event) => type(event.target.value)}
        onBlur={leave}
        onKeyDown={(event) => event.key === 'Enter' && leave()}
      />
      <span className="setting-unit caption" id={`${id}-unit`}>
        {unit}
      </span>
    </Row>
  )
}

function News({ news, most }: { news: SettingNews; most: number }) {
  if (news.at === 'saving') return t('options_saving')
  if (news.at === 'no-number') return <span className="warn-text">{t('options_no_number', { least: 0, most })}</span>
  if (news.at !== 'saved') return null
  return (
    <span className="row ok-text">
      <Icon name="check" />
      {t('options_saved')}
    </span>
  )
}
