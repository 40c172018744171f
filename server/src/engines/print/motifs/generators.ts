import type { Motif } from '../prompt/brief.ts'
import { dots } from './dots.ts'
import type { Generator } from './drawing.ts'
import { floral } from './floral.ts'
import { geometryPrints } from './geometry/geometry-prints.ts'
import { gingham } from './gingham.ts'
import { herringbone } from './herringbone.ts'
import { houndstooth } from './houndstooth.ts'
import { organicPrints } from './organic/organic-prints.ts'
import { plaid } from './plaid.ts'
import { stripes } from './stripes.ts'
import { tartan } from './tartan.ts'
import { terrazzo } from './terrazzo.ts'

export const generators: Partial<Record<Motif, Generator>> = {
  floral,
  stripes,
  gingham,
  tartan,
  dots,
  terrazzo,
  plaid,
  houndstooth,
  herringbone,
  ...geometryPrints,
  ...organicPrints,
}
