import { useEffect, useState } from 'react'

/** Why what was brought last is not taken: it is no picture, or comes while images are on their way. */
export type Refused = 'no-picture' | 'busy'

/** What is said of that, until images begin or end: by then it is of no use any more. */
export function useRefused(busy: boolean): [Refused | null, (refused: Refused | null) => void] {
  const [said, setSaid] = useState<{ refused: Refused; busy: boolean } | null>(null)
  // Told of one batch, it would otherwise come back with the next.
  useEffect(() => setSaid((now) => (now?.busy === busy ? now : null)), [busy])
  return [said?.busy === busy ? said.refused : null, (refused) => setSaid(refused && { refused, busy })]
}
