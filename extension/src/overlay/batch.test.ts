import { expect, test } from 'vitest'
import { sampleGeneration } from '../../testing/generations'
import { deliveredOf, placesOf, progressOf, totals } from './batch'

const first = sampleGeneration(['delivered', 'failed', 'delivered'])
const second = sampleGeneration(['delivered'], { id: 'generation-2' })

test('a failed image that was tried again leaves the grid', () => {
  expect(placesOf([first, second], []).map(({ key }) => key)).toEqual([
    'generation-1:0',
    'generation-1:1',
    'generation-1:2',
    'generation-2:0',
  ])
  expect(placesOf([first, second], ['generation-1:1'])).toHaveLength(3)
})

test('only images that arrived can be taken out, each under its own name', () => {
  const delivered = deliveredOf(placesOf([first], []))
  expect(delivered.map(({ name, place }) => [name, place])).toEqual([
    ['toile-navy-stripes-ion1-1.png', 1],
    ['toile-navy-stripes-ion1-3.png', 3],
  ])
})

test('credits of a sitting add up', () => {
  expect(totals([first, second])).toEqual({ charged: 3, returned: 1 })
  expect(progressOf([sampleGeneration(['delivered', 'running', 'queued'])])).toEqual({ delivered: 1, count: 3, used: 1, held: 2 })
})
