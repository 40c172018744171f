import { describe, expect, test } from 'vitest'
import { createRandom } from '../../random.ts'
import { blurred, emptyField, fieldOf, quantile, valueAt } from './field.ts'
import { fieldRows } from './field-rows.ts'
import { fractalNoise } from './noise.ts'

const noise = fractalNoise(createRandom(7, 'test'), 3, 5, 3)

describe('noise on the torus', () => {
  test('is the same a repeat farther', () => {
    for (const [x, y] of [
      [0.1, 0.9],
      [0.37, 0.02],
      [0.99, 0.5],
    ] as const) {
      expect(noise(x + 1, y)).toBeCloseTo(noise(x, y), 9)
      expect(noise(x, y - 1)).toBeCloseTo(noise(x, y), 9)
    }
  })

  test('goes over its edges without a step', () => {
    const steps = Array.from({ length: 200 }, (_, at) => Math.abs(noise((at + 1) / 200, 0.3) - noise(at / 200, 0.3)))
    expect(Math.max(...steps)).toBeLessThan(0.15)
  })
})

describe('a field', () => {
  test('read line by line at a finer size is the function it was made of', () => {
    const field = fieldOf((x, y) => Math.sin(2 * Math.PI * x) + Math.cos(2 * Math.PI * y), 64)
    const read = fieldRows(field, 256, { repeats: 1, phase: { x: 256, y: 0 } })
    const row = new Float32Array(256)
    read(40, row)
    // The tile begins a quarter of a repeat in: the sine starts at its top.
    row.forEach((value, x) => {
      expect(value).toBeCloseTo(Math.cos((2 * Math.PI * x) / 256) + Math.cos((2 * Math.PI * 40) / 256), 1)
    })
  })

  test('read over two repeats says the same in both, to the bit', () => {
    const field = fieldOf(noise, 64)
    const row = new Float32Array(400)
    fieldRows(field, 200, { repeats: 2, phase: { x: 77, y: 13 } })(30, row)
    expect([...row.subarray(200)]).toEqual([...row.subarray(0, 200)])
  })

  test('keeps its mean when it is blurred, and loses its peaks round the edges too', () => {
    const field = emptyField(32)
    field.values[0] = 1
    const soft = blurred(field, 2)
    expect(soft.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 4)
    expect(soft.values[0]).toBeLessThan(0.1)
    expect(soft.values[31 * 32 + 31]).toBeCloseTo(soft.values[1 * 32 + 1] ?? 0, 6)
  })

  test('has as much above its quantile as was asked', () => {
    const field = fieldOf(noise)
    const level = quantile(field, 0.7)
    expect(field.values.filter((value) => value > level).length / field.values.length).toBeCloseTo(0.3, 1)
  })

  test('between its nodes is what lies between them', () => {
    const field = emptyField(4)
    field.values[0] = 1
    expect(valueAt(field, 0.125, 0)).toBeCloseTo(0.5)
    expect(valueAt(field, -0.125, 1)).toBeCloseTo(0.5)
  })
})
