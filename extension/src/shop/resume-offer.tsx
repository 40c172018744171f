import { useEffect, useState } from 'react'
import type { Balance, Draft } from 'shared'
import { api } from '../api'
import { openDrafts } from '../open-drafts'
import { openInOverlay } from '../open-in-overlay'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { tn } from '../ui/i18n'
import { useAttempt } from '../ui/use-attempt'
import { spendable } from '../wallet'

/** The draft that was waiting for credits, once there are enough of them. Nothing is spent before it is open. */
export function ResumeOffer({ balance, onLeave }: { balance: Balance | null; onLeave: () => void }) {
  const [draft, setDraft] = useState<Draft | null>(null)
  const opening = useAttempt()
  useEffect(() => {
    let over = false
    readDraft().then(
      (read) => over || setDraft(read),
      (error: unknown) => console.info('Toile: no draft to go on with', error),
    )
    return () => {
      over = true
    }
  }, [])
  if (draft === null || balance === null || balance.debt > 0 || spendable(balance) < draft.credits) return null
  const open = () => openInOverlay({ ...draft.request, source: draft.source }, onLeave)
  return (
    <div className="note-actions">
      <Button look="main" onClick={() => opening.attempt(open)}>
        {tn('shop_open_draft', draft.request.count)}
      </Button>
      {opening.failed !== null && <FailureNote code={opening.failed} />}
    </div>
  )
}

/** The draft that was kept last, if its wish was not granted since. */
async function readDraft(): Promise<Draft | null> {
  const [drafts, page] = await Promise.all([api.drafts(), api.generations({ limit: 8 })])
  return openDrafts(drafts, page.generations)[0] ?? null
}
