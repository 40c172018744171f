import { useEffect, useId, useState } from 'react'
import type { PageTool } from '../acquire/picked'
import { ask } from '../messages'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { useAttempt } from '../ui/use-attempt'
import { isClosedPage } from './closed-page'
import { FileRow } from './file-row'

/** Ways to a new print: a picture of the page, a region of it, words, or a file. */
export function ToolsSection() {
  const closed = useClosedPage()
  const id = useId()
  const { failed, attempt } = useAttempt()
  const start = (tool: PageTool) =>
    attempt(async () => {
      await ask('ui-bg-start-tool', { tool })
      window.close()
    })
  const openOverlay = async () => {
    await ask('ui-bg-open-overlay', { operation: 'generate' })
    window.close()
  }
  const why = closed ? id : undefined
  return (
    <div className="stack">
      <div className="tools">
        <Button icon="pointer" blocked={closed} aria-describedby={why} onClick={() => start('picker')}>
          {t('tool_picker')}
        </Button>
        <Button icon="region" blocked={closed} aria-describedby={why} onClick={() => start('region')}>
          {t('tool_region')}
        </Button>
      </div>
      {closed && (
        <p className="caption" id={id}>
          {t('tools_closed_page')}
        </p>
      )}
      <Button wide icon="text" onClick={() => attempt(openOverlay)}>
        {t('new_from_words')}
      </Button>
      {failed !== null && <FailureNote code={failed} />}
      <FileRow />
    </div>
  )
}

/** Whether the page in front lets nobody in. */
function useClosedPage(): boolean {
  const [closed, setClosed] = useState(false)
  useEffect(() => {
    let gone = false
    chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(
      ([tab]) => gone || setClosed(isClosedPage(tab?.url)),
      (error: unknown) => console.info('Toile: the page in front is not told', error),
    )
    return () => {
      gone = true
    }
  }, [])
  return closed
}
