import { motifStyles } from '../../prompt/brief.ts'
import type { Generator } from '../drawing.ts'
import { inSmallRepeats } from '../small-repeats.ts'
import { styleAmong } from '../style.ts'
import { leaves } from './leaves.ts'
import { organic } from './organic.ts'
import { pebbles } from './pebbles.ts'

const styles: Record<(typeof motifStyles.cutouts)[number], Generator> = { organic, pebbles, leaves }

/** Forms cut from coloured paper. */
export const cutouts: Generator = inSmallRepeats((brief, colours, random, frame) =>
  styles[styleAmong(motifStyles.cutouts, brief.style, random)](brief, colours, random, frame),
)
