import type { PlasmoCSConfig } from 'plasmo'
import { startPill } from '../pill/start'

/** The sample page; on design sites the worker registers this same file once they are allowed. */
export const config: PlasmoCSConfig = { matches: ['http://127.0.0.1/try*'], run_at: 'document_idle' }

// A page that both the manifest and the worker put the pill on gets one.
if (document.querySelector('toile-pill') === null) startPill()
