import { expect, test } from 'vitest'
import { sampleGeneration, sampleImage } from '../../testing/generations'
import { sampleDraft } from '../../testing/orders'
import { openDrafts } from './open-drafts'

const draft = sampleDraft()
const later = { createdAt: '2026-11-22T10:05:00Z' }

test('a draft that fewer images were made of is not offered again', () => {
  expect(openDrafts([draft], [sampleGeneration(['delivered', 'delivered'], later)])).toEqual([])
})

test('a draft waits while nothing, something else or only something older was made of its words', () => {
  const others = [
    sampleGeneration(['delivered'], { ...later, prompt: 'red stripes' }),
    sampleGeneration(['delivered'], { ...later, operation: 'vary', source: sampleImage() }),
    sampleGeneration(['delivered'], { createdAt: '2026-11-22T09:55:00Z' }),
  ]
  expect(openDrafts([draft], others)).toEqual([draft])
})
