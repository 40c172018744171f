import { useState } from 'react'
import { saveCreditsTable } from '../account/save-credits-table'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { useAttempt } from '../ui/use-attempt'

/** Every movement of credits as a table for spreadsheets. */
export function ExportHistory() {
  const [working, setWorking] = useState(false)
  const { failed, attempt } = useAttempt()
  const save = async () => {
    setWorking(true)
    try {
      await saveCreditsTable()
    } finally {
      setWorking(false)
    }
  }
  return (
    <>
      <div className="row history-foot">
        <span className="caption grow">{t('history_whole')}</span>
        <Button look="ghost" size="small" blocked={working} onClick={() => attempt(save)}>
          {t('history_export')}
        </Button>
      </div>
      {failed !== null && <FailureNote code={failed} />}
    </>
  )
}
