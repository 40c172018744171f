import type { Motif } from '../prompt/brief.ts'
import { dots } from './dots.ts'
import type { Generator } from './drawing.ts'
import { floral } from './floral.ts'
import { gingham } from './gingham.ts'
import { stripes } from './stripes.ts'
import { tartan } from './tartan.ts'
import { terrazzo } from './terrazzo.ts'

export const generators: Partial<Record<Motif, Generator>> = { floral, stripes, gingham, tartan, dots, terrazzo }
