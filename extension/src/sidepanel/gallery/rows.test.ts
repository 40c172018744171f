import { expect, test } from 'vitest'
import { sampleGalleryImage } from '../../../testing/gallery'
import { placeOf, rowsOf, stepped } from './rows'
import { type Shelf, shelfOf } from './shelves'
import { columnsIn } from './use-columns'

const images = (from: number, count: number) => Array.from({ length: count }, (_, i) => sampleGalleryImage(`image-${from + i}`))
const shelf = (key: string, had: number, total: number, first = 0): Shelf => ({
  ...shelfOf(key, null, total),
  images: images(first, had),
  cursor: had === total ? null : `image-${had}`,
})
const rows = rowsOf([shelf('resort', 5, 5), shelf('swim', 2, 9, 10)], 3, true)
const from = (id: string) => placeOf(rows, { kind: 'image', id }) ?? { row: -1, column: -1 }
const step = (id: string, key: string, far = false) => stepped(rows, from(id), key, far)

test('a shelf is a head and lines of its images, with room for those that are still to come', () => {
  expect(rows.map((row) => (row.kind === 'head' ? row.shelf.key : [row.images.length, row.waiting]))).toEqual([
    'resort',
    [3, 0],
    [2, 0],
    'swim',
    [2, 1],
    [0, 3],
    [0, 3],
  ])
})

test('a shelf that is folded is its head alone; what was found has no head', () => {
  expect(rowsOf([{ ...shelf('resort', 5, 5), folded: true }], 3, true)).toHaveLength(1)
  expect(rowsOf([shelf('found', 4, 4)], 3, false).map(({ kind }) => kind)).toEqual(['images', 'images'])
})

test('where nobody has counted there is room for one more as long as there is a next page', () => {
  const found = { ...shelfOf('found', null, null), images: images(0, 3), cursor: 'image-2' }
  expect(rowsOf([found], 3, false)).toHaveLength(2)
  expect(rowsOf([{ ...found, cursor: null }], 3, false)).toHaveLength(1)
})

test('arrows go to the neighbour, on to the next line at its end, and up to the head', () => {
  expect(step('image-0', 'ArrowRight')).toEqual({ kind: 'image', id: 'image-1' })
  expect(step('image-2', 'ArrowRight')).toEqual({ kind: 'image', id: 'image-3' })
  expect(step('image-3', 'ArrowLeft')).toEqual({ kind: 'image', id: 'image-2' })
  expect(step('image-2', 'ArrowDown')).toEqual({ kind: 'image', id: 'image-4' })
  expect(step('image-1', 'ArrowUp')).toEqual({ kind: 'head', key: 'resort' })
  expect(step('image-4', 'ArrowDown')).toEqual({ kind: 'head', key: 'swim' })
})

test('Home and End go to the ends of the line, with Ctrl to those of the gallery, as far as it has come', () => {
  expect(step('image-1', 'Home')).toEqual({ kind: 'image', id: 'image-0' })
  expect(step('image-1', 'End')).toEqual({ kind: 'image', id: 'image-2' })
  expect(step('image-1', 'Home', true)).toEqual({ kind: 'head', key: 'resort' })
  expect(step('image-1', 'End', true)).toEqual({ kind: 'image', id: 'image-11' })
  expect(step('image-1', 'PageDown')).toEqual({ kind: 'image', id: 'image-11' })
})

test('nothing is beyond the last image that has come, and other keys lead nowhere', () => {
  expect(step('image-11', 'ArrowDown')).toBeNull()
  expect(step('image-0', 'Enter')).toBeNull()
})

test.each([
  [320, 3],
  [400, 3],
  [480, 3],
  [560, 4],
])('a panel of %i px has %i columns that share its width', (width, count) => {
  const columns = columnsIn(width)
  expect(columns.count).toBe(count)
  expect((columns.line - 8) * count + 8 * (count - 1)).toBeCloseTo(width - 32)
})
