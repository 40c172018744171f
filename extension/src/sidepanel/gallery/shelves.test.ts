import { expect, test } from 'vitest'
import { sampleGalleryImage } from '../../../testing/gallery'
import { sampleGeneration } from '../../../testing/generations'
import { broughtBy, type Shelf, shelfOf, withBack, withBrought, without, withPage } from './shelves'

const image = sampleGalleryImage
const shelf: Shelf = { ...shelfOf('none', null, 4), images: [image('image-b'), image('image-c')], cursor: 'image-c' }
const idsOf = ({ images = [] }: Partial<Shelf>) => images.map(({ id }) => id)

test('a page joins at the end; what came on top meanwhile is not there twice', () => {
  const changed = withPage(shelf, [image('image-c'), image('image-d')], null)
  expect(idsOf(changed)).toEqual(['image-b', 'image-c', 'image-d'])
  // The last page tells how many there are, whatever was counted before.
  expect(changed).toMatchObject({ total: 3, cursor: null })
})

test('what a generation brings comes on top, the last of the batch first, and is counted once', () => {
  const generation = sampleGeneration(['delivered', 'failed', 'delivered'])
  const brought = broughtBy(generation)
  const delivered = generation.items.flatMap(({ image: made }) => made?.id ?? [])
  expect(brought.map(({ id }) => id)).toEqual(delivered.toReversed())
  const once = { ...shelf, ...withBrought(shelf, brought) }
  const twice = { ...once, ...withBrought(once, brought) }
  expect(idsOf(twice)).toEqual([...delivered.toReversed(), 'image-b', 'image-c'])
  expect(twice.total).toBe(4 + delivered.length)
})

test('a deleted image leaves its shelf, and comes back to its place', () => {
  const at = (id: string, createdAt: string) => ({ ...image(id), createdAt })
  const images = [at('image-b', '2026-11-22T09:03:00Z'), at('image-c', '2026-11-22T09:01:00Z')]
  const lost = at('image-x', '2026-11-22T09:02:00Z')
  const [whole] = withBack([{ ...shelf, images }], lost)
  expect(idsOf(whole ?? {})).toEqual(['image-b', 'image-x', 'image-c'])
  expect(whole?.total).toBe(5)
  const [again] = without(whole === undefined ? [] : [whole], 'image-x')
  expect([idsOf(again ?? {}), again?.total]).toEqual([['image-b', 'image-c'], 4])
})
