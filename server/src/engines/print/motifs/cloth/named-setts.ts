import type { motifStyles } from '../../prompt/brief.ts'
import { stripesIn } from './setts.ts'

export type TartanName = (typeof motifStyles)['tartan'][number]

/** A traditional tartan as it is recorded. */
export interface NamedSett {
  /**
   * The thread count in weavers' notation. Pivots are marked with a slash and counted whole: the sett is woven there and
   * back between them. Without a slash it is woven on and on.
   */
  counts: string
  /** The yarns' colours by their letters; K and W (or what stands for white) keep those parts when it is recoloured. */
  yarns: Readonly<Record<string, string>>
}

/** Thread counts and colours as the Scottish Register of Tartans publishes them, with its reference; all are free to be woven by anyone. */
export const namedSetts: Readonly<Record<TartanName, NamedSett>> = {
  // 277, also Government or 42nd.
  'black-watch': {
    counts: 'B/44 K4 B4 K4 B4 K32 G32 K4 G32 K32 B32 K4 B/4',
    yarns: { B: '#202060', K: '#101010', G: '#006818' },
  },
  // 3958
  'royal-stewart': {
    counts: 'R/144 B16 K24 Y8 K8 W8 K8 G32 R16 K8 R8 W/8',
    yarns: { R: '#c80000', B: '#2c2c80', K: '#101010', Y: '#e8c000', W: '#fcfcfc', G: '#006818' },
  },
  // 3939, Victoria's, in the Register's plain white and red for its light grey and dark red: as it is woven today.
  'dress-stewart': {
    counts: 'R/8 W96 B12 W12 K24 Y4 K4 W4 K4 G32 R16 K4 R8 W/4',
    yarns: { R: '#c80000', W: '#e0e0e0', B: '#2474e8', K: '#101010', Y: '#d09800', G: '#006818' },
  },
  // 1454
  'dress-gordon': {
    counts: 'B/8 K8 B20 K20 G26 Y6 G26 K20 W8 B8 W32 B4 W/6',
    yarns: { B: '#2c4084', K: '#101010', G: '#005020', Y: '#e8c000', W: '#e0e0e0' },
  },
  // 414
  buchanan: {
    counts: 'B18 G46 K6 B18 K6 Y40 K6 Y40 K6 B18 K6 R40 W6 R40 K6 B18 K6 G46',
    yarns: { B: '#2c2c80', G: '#006818', K: '#101010', Y: '#e8c000', R: '#c80000', W: '#e0e0e0' },
  },
  // 2630, of Lewis.
  macleod: {
    counts: 'K/4 Y8 K16 R4 K16 Y8 R4 Y48 K/4',
    yarns: { K: '#101010', Y: '#e8c000', R: '#c80000' },
  },
  // 502
  campbell: {
    counts: 'B/28 K6 B6 K6 B6 K32 G32 K6 G32 K32 B32 K6 B/6',
    yarns: { B: '#345064', K: '#101010', G: '#5c6428' },
  },
  // 1247, of 1745.
  fraser: {
    counts: 'R/4 B24 R4 G24 R48 W/2',
    yarns: { R: '#c80000', B: '#2c2c80', G: '#006818', W: '#fcfcfc' },
  },
}

/** One whole sett, thread by thread: its stripes from the first pivot to the last and back, each pivot once. */
export function wholeSett(counts: string): [yarn: string, threads: number][] {
  const there = stripesIn(counts)
  return counts.includes('/') ? [...there, ...there.slice(1, -1).toReversed()] : there
}
