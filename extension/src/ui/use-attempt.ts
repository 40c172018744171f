import { useState } from 'react'
import { codeOf, type FailureCode } from '../failures'

/** Runs what a click asks for, and tells the code of its failure, so that no click goes unanswered. */
export function useAttempt(): { failed: FailureCode | null; attempt: (run: () => Promise<unknown>) => void } {
  const [failed, setFailed] = useState<FailureCode | null>(null)
  const attempt = (run: () => Promise<unknown>) => {
    setFailed(null)
    run().catch((error: unknown) => setFailed(codeOf(error)))
  }
  return { failed, attempt }
}
