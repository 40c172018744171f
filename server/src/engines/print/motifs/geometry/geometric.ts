import { motifStyles } from '../../prompt/brief.ts'
import type { Generator } from '../drawing.ts'
import { styleAmong } from '../style.ts'
import { artDeco } from './art-deco.ts'
import { bauhaus } from './bauhaus.ts'
import { cubes } from './cubes.ts'
import { greekKey } from './greek-key.ts'
import { hexagons } from './hexagons.ts'
import { lattice } from './lattice.ts'
import { quatrefoil } from './quatrefoil.ts'
import { triangles } from './triangles.ts'

const styles: Record<(typeof motifStyles.geometric)[number], Generator> = {
  'art-deco': artDeco,
  hexagon: hexagons,
  triangles,
  cubes,
  bauhaus,
  'greek-key': greekKey,
  quatrefoil,
  lattice,
}

/** Geometric prints, each style a construction of its own. */
export const geometric: Generator = (brief, colours, random, frame) =>
  styles[styleAmong(motifStyles.geometric, brief.style, random)](brief, colours, random, frame)
