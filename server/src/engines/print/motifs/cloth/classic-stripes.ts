import { type Band, bands, type Makers } from './stripe-bands.ts'

/** Sailors' jerseys: 20 mm of cloth and 10 mm of stripe; finer; and with a bright line now and then. */
export const bretons: Makers = [
  ({ ground, first }) => ({ bands: bands(ground, 2, first, 1), times: 14 }),
  ({ ground, first }) => ({ bands: bands(ground, 1.5, first, 1), times: 20 }),
  ({ ground, first, accent }) => ({ bands: bands(ground, 2, first, 1, ground, 2, first, 1, ground, 2, accent, 1), times: 4 }),
  ({ ground, first }) => ({ bands: bands(ground, 3.4, first, 1), times: 10 }),
]

/** Suitings and shirtings: single, in pairs, and a chalk line between pins. */
export const pins: Makers = [
  ({ ground, first }) => ({ bands: bands(ground, 6, first, 1), times: 24 }),
  ({ ground, first }) => ({ bands: bands(ground, 8, first, 0.8, ground, 1.6, first, 0.8), times: 14 }),
  ({ ground, first, accent }) => ({ bands: bands(ground, 9, first, 1.5, ground, 9, accent, 0.8), times: 8 }),
  ({ ground, first }) => ({ bands: bands(ground, 12, first, 0.9), times: 16 }),
]

/** Wide stripes: plain, with a line between, with lines beside. */
export const awnings: Makers = [
  ({ ground, first }) => ({ bands: bands(ground, 1, first, 1), times: 6 }),
  ({ ground, first, accent }) => ({ bands: bands(ground, 5, first, 5, ground, 1, accent, 0.8, ground, 1, first, 5), times: 3 }),
  ({ ground, first, accent }) => ({
    bands: bands(ground, 3, accent, 0.35, ground, 0.5, first, 3, ground, 0.5, accent, 0.35),
    times: 4,
  }),
  ({ ground, first }) => ({ bands: bands(ground, 1, first, 1), times: 4 }),
  ({ ground, first, accent }) => ({ bands: bands(ground, 4, first, 4, ground, 4, accent, 4), times: 2 }),
]

/** Mattress stripes: groups of fine lines round a bar. */
export const tickings: Makers = [
  ({ ground, first }) => ({ bands: bands(ground, 5, first, 0.7, ground, 0.8, first, 2.2, ground, 0.8, first, 0.7), times: 8 }),
  ({ ground, first }) => ({ bands: bands(ground, 6, first, 1, ground, 1, first, 1), times: 9 }),
  ({ ground, first, accent }) => ({
    bands: [...bands(ground, 5), ...round(bands(first, 0.6, ground, 1, first, 0.6, ground, 1), [accent, 0.8])],
    times: 7,
  }),
  ({ ground, first, accent }) => ({
    bands: [...bands(ground, 9), ...round(bands(first, 0.5, ground, 0.5, first, 0.5, ground, 1.4), [accent, 1.6])],
    times: 6,
  }),
]

/** Bands on both sides of a bar, as in a mirror. */
const round = (beside: Band[], bar: Band): Band[] => [...beside, bar, ...beside.toReversed()]
