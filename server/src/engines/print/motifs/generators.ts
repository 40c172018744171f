import type { Motif } from '../prompt/brief.ts'
import { floral } from './botanical/floral.ts'
import { foliage } from './botanical/foliage.ts'
import { clothPrints } from './cloth/cloth-prints.ts'
import { cutouts } from './cutouts/cutouts.ts'
import { dots } from './dots.ts'
import type { Generator } from './drawing.ts'
import { geometryPrints } from './geometry/geometry-prints.ts'
import { organicPrints } from './organic/organic-prints.ts'
import { paisley } from './paisley/paisley.ts'
import { terrazzo } from './terrazzo.ts'

export const generators: Record<Motif, Generator> = {
  floral,
  foliage,
  paisley,
  dots,
  terrazzo,
  cutouts,
  ...clothPrints,
  ...geometryPrints,
  ...organicPrints,
}
