import { expect, test } from 'vitest'
import { housePalettes } from './house-palettes.ts'
import { difference, hexToLab, hexToLch } from './oklab.ts'

test('no house ground is mauve: cloths are white, cream, blue, green, brown or black', () => {
  for (const { light, dark } of housePalettes) {
    for (const ground of [light, dark]) {
      const { c, h } = hexToLch(ground)
      expect(c < 0.012 || h > 15 || h < -82, `${ground}, hue ${h.toFixed(0)}`).toBe(true)
    }
  }
})

test('most of a house palette reads on either of its grounds as it is', () => {
  for (const { light, dark, main } of housePalettes.filter(({ mood }) => mood !== 'pastel')) {
    for (const ground of [light, dark]) {
      const clear = main.filter((hex) => difference(hexToLab(hex), hexToLab(ground)) > 0.16)
      expect(clear.length, ground).toBeGreaterThanOrEqual(3)
    }
  }
})
