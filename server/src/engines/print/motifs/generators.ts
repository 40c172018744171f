import type { Motif } from '../prompt/brief.ts'
import { clothPrints } from './cloth/cloth-prints.ts'
import { dots } from './dots.ts'
import type { Generator } from './drawing.ts'
import { floral } from './floral.ts'
import { geometryPrints } from './geometry/geometry-prints.ts'
import { organicPrints } from './organic/organic-prints.ts'
import { terrazzo } from './terrazzo.ts'

export const generators: Partial<Record<Motif, Generator>> = {
  floral,
  dots,
  terrazzo,
  ...clothPrints,
  ...geometryPrints,
  ...organicPrints,
}
