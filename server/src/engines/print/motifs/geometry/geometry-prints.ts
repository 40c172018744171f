import type { Motif } from '../../prompt/brief.ts'
import type { Generator } from '../drawing.ts'
import { argyle } from './argyle.ts'
import { checkerboard } from './checkerboard.ts'
import { chevron } from './chevron.ts'
import { geometric } from './geometric.ts'
import { scallops } from './scallops.ts'

/** Prints that are constructed: bands, diamonds, squares, circles and their kin. */
export const geometryPrints = { chevron, argyle, checkerboard, scallops, geometric } satisfies Partial<Record<Motif, Generator>>
