import type { Motif } from '../../prompt/brief.ts'
import type { Generator } from '../drawing.ts'
import { gingham } from './gingham.ts'
import { herringbone } from './herringbone.ts'
import { houndstooth } from './houndstooth.ts'
import { plaid } from './plaid.ts'
import { stripes } from './stripes.ts'
import { tartan } from './tartan.ts'

/** What is woven, or printed as if it were. */
export const clothPrints = {
  stripes,
  gingham,
  tartan,
  plaid,
  houndstooth,
  herringbone,
} satisfies Partial<Record<Motif, Generator>>
