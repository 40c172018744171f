import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t, tn } from '../ui/i18n'
import { type ExportState, useExport } from './use-export'

/** Everything that is kept of the account, as one file. */
export function ExportRow() {
  const { state, start, stop } = useExport()
  const words = newsOf(state)
  useAnnounce(words, state.at === 'running' ? 'progress' : 'news')
  const progress = state.at === 'running' ? state.progress : null
  return (
    <div className="settings-row">
      <div className="grow stack">
        <div>
          <span>{t('data_export')}</span>
          <p className="quiet">{t('data_export_text')}</p>
        </div>
        {progress !== null && (
          <progress
            className="export-progress"
            aria-label={t('data_export')}
            max={progress.total ?? undefined}
            value={progress.total === null ? undefined : progress.images}
          />
        )}
        {words !== '' && <p className={state.at === 'done' ? 'caption ok-text' : 'caption'}>{words}</p>}
        {state.at === 'failed' && <FailureNote code={state.code} />}
      </div>
      {/* One button: so the focus stays where it is. */}
      <Button onClick={progress === null ? start : stop}>
        {progress === null ? t('data_export_start') : t('data_export_stop')}
      </Button>
    </div>
  )
}

function newsOf(state: ExportState): string {
  if (state.at === 'stopped') return t('data_export_stopped')
  if (state.at !== 'running' && state.at !== 'done') return ''
  const { images, total, missing } = state.progress
  if (state.at === 'running') return total === null ? t('data_export_begun') : tn('data_export_running', total, { done: images })
  return missing.length === 0 ? tn('data_export_done', images) : tn('data_export_missing', missing.length)
}
