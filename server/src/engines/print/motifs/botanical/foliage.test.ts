import { expect, test } from 'vitest'
import { colourwayFor } from '../../colour/colourway.ts'
import { difference, hexToLab, hexToLch } from '../../colour/oklab.ts'
import { type Brief, motifStyles } from '../../prompt/brief.ts'
import { createRandom } from '../../random.ts'
import { briefOf, shapesOf } from '../made-briefs.ts'
import { foliage } from './foliage.ts'
import { monstera } from './monstera.ts'

function drawn(wishes: Partial<Brief>, seed: number): { svg: string; ground: string } {
  const brief = briefOf('foliage', wishes)
  const colours = colourwayFor(brief, createRandom(seed, 'colours'))
  return { svg: shapesOf(foliage, brief, seed), ground: colours.ground }
}

test('leaves in front stand out from the cloth, whatever it is', () => {
  for (const style of motifStyles.foliage.filter((one) => one !== 'line')) {
    for (const ground of ['#f5eedd', '#1f2f4d', '#6f8f6a', '#2b4a43']) {
      const { svg } = drawn({ style, ground }, 4)
      const front = [...svg.matchAll(/<g id="front\d">.*?<\/g>/g)].map(([group]) => group.match(/#[0-9a-f]{6}/g)?.[1] ?? ground)
      for (const hex of front)
        expect(difference(hexToLab(hex), hexToLab(ground)), `${style} ${hex} on ${ground}`).toBeGreaterThan(0.07)
    }
  }
})

test('leaves are green where no colour was asked for, and in the asked colours where one was', () => {
  const leaf = hexToLch(drawn({ style: 'fern' }, 2).svg.match(/fill="(#[0-9a-f]{6})" fill-rule="nonzero"/)?.[1] ?? '#000000')
  expect(leaf.h).toBeGreaterThan(105)
  expect(leaf.h).toBeLessThan(190)
  expect(drawn({ style: 'palm', colours: ['#e07a8c'], ground: '#1f2f4d' }, 2).svg).toContain('fill="#e07a8c"')
})

test('a monstera is cut between its veins and has holes beside its midrib', () => {
  const svg = monstera({ leaf: '#3f7a4e', ink: '#111111' }, createRandom(1, 'leaf'))
  const outlines = svg.match(/d="([^"]*)" fill="#3f7a4e" fill-rule="evenodd"/)?.[1] ?? ''
  // The outline itself, then three holes on each side.
  expect(outlines.match(/M/g)).toHaveLength(7)
})
