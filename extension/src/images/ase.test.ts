import { expect, test } from 'vitest'
import { encodeAse } from './ase'

interface Block {
  kind: number
  name: string | null
  model?: string
  rgb?: number[]
  colourKind?: number
}

/** Reads a swatch file as the format's description has it, knowing nothing of how ours is written. */
function readAse(file: Uint8Array): { signature: string; version: string; blocks: Block[] } {
  let at = 0
  const buffer = Buffer.from(file)
  const take = (bytes: number) => {
    at += bytes
    return at - bytes
  }
  const u16 = () => buffer.readUInt16BE(take(2))
  const u32 = () => buffer.readUInt32BE(take(4))
  const ascii = (length: number) => buffer.toString('latin1', take(length), at)
  const utf16 = (units: number) => {
    const text = Array.from({ length: units }, u16)
    expect(text.at(-1)).toBe(0)
    return String.fromCharCode(...text.slice(0, -1))
  }
  const signature = ascii(4)
  const version = `${u16()}.${u16()}`
  const count = u32()
  const blocks = Array.from({ length: count }, (): Block => {
    const kind = u16()
    const end = u32() + at
    const block: Block = { kind, name: at < end ? utf16(u16()) : null }
    if (kind === 0x0001) {
      block.model = ascii(4)
      block.rgb = [0, 1, 2].map(() => buffer.readFloatBE(take(4)))
      block.colourKind = u16()
    }
    expect(at).toBe(end)
    return block
  })
  expect(at).toBe(buffer.length)
  return { signature, version, blocks }
}

test('a palette becomes a swatch file that a reader of the format reads back, colour by colour', () => {
  const file = encodeAse('Roses', [
    { name: 'azul-marinho', hex: '#1c2a55' },
    { name: 'ñandú 🌹', hex: '#ff8000' },
  ])
  const { signature, version, blocks } = readAse(file)
  expect([signature, version]).toEqual(['ASEF', '1.0'])
  expect(blocks.map(({ kind, name }) => [kind, name])).toEqual([
    [0xc001, 'Roses'],
    [0x0001, 'azul-marinho'],
    [0x0001, 'ñandú 🌹'],
    [0xc002, null],
  ])
  expect(blocks[1]).toMatchObject({ model: 'RGB ', colourKind: 2 })
  expect(blocks[1]?.rgb?.map((share) => Math.round(share * 255))).toEqual([0x1c, 0x2a, 0x55])
  expect(blocks[2]?.rgb?.map((share) => Math.round(share * 255))).toEqual([255, 128, 0])
})

test('a palette without colours is a file all the same', () => {
  expect(readAse(encodeAse('', [])).blocks).toHaveLength(2)
})
