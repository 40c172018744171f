import type { KeyboardEvent } from 'react'
import { expect, test, vi } from 'vitest'
import { sampleGeneration } from '../../testing/generations'
import { placesOf } from './batch'
import type { ResultWays } from './result-ways'
import { nextTile, tileKey } from './tile-keys'

// Two columns:  0 1
//               x 3
//               4 x
const places = placesOf([sampleGeneration(['delivered', 'delivered', 'failed', 'delivered', 'delivered', 'failed'])], [])
const next = (from: number, step: number) => nextTile(places, `generation-1:${from}`, step)?.slice(-1) ?? null

test('arrow keys stay in their row and column, over places that have no image', () => {
  expect([next(0, 1), next(1, 2), next(3, -2), next(4, -1)]).toEqual(['1', '3', '1', '3'])
  expect([next(0, 2), next(4, -2), next(1, 1)]).toEqual(['4', '0', '3'])
  expect([next(0, -1), next(3, 2), next(4, 1)]).toEqual([null, null, null])
})

test('a key that is held down acts once, and goes on stepping', () => {
  const remove = vi.fn()
  // Of a key only these are looked at, and of the ways only this one is tried.
  const pressed = (key: string, repeat: boolean) => tileKey({ key, repeat } as KeyboardEvent, { remove } as unknown as ResultWays)
  expect(pressed('Delete', false)).toEqual({ act: remove })
  expect(pressed('Delete', true)).toBeNull()
  expect(pressed('ArrowRight', true)).toEqual({ step: 1 })
})
