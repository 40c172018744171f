import type { PlasmoCSConfig } from 'plasmo'
import { startPill } from '../pill/start'

/** The sample page; on design sites the worker registers this same file once they are allowed. */
export const config: PlasmoCSConfig = { matches: ['http://127.0.0.1/try*'], run_at: 'document_idle' }

declare global {
  var toilePill: true | undefined
}

// A page that both the manifest and the worker put the pill on gets one. The page's element tells nothing: it may be
// left over from before an update of the extension, which gives its scripts a new world of variables.
if (!globalThis.toilePill) {
  globalThis.toilePill = true
  startPill()
}
