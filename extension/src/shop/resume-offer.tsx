import { useEffect, useState } from 'react'
import type { Balance, Draft } from 'shared'
import { api } from '../api'
import { openDrafts } from '../drafts/open-drafts'
import { isAffordable, ResumeDraft } from '../drafts/resume-draft'

/** The draft that was waiting for credits, once there are enough of them. */
export function ResumeOffer({ balance, onLeave }: { balance: Balance | null; onLeave: () => void }) {
  const [draft, setDraft] = useState<Draft | null>(null)
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
  if (draft === null || !isAffordable(draft, balance)) return null
  return (
    <div className="stack">
      <ResumeDraft draft={draft} balance={balance} onLeave={onLeave} />
    </div>
  )
}

/** The draft that was kept last, if its wish was not granted since. */
async function readDraft(): Promise<Draft | null> {
  const [drafts, page] = await Promise.all([api.drafts(), api.generations({ limit: 8 })])
  return openDrafts(drafts, page.generations)[0] ?? null
}
