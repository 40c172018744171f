import { crc32 } from 'node:zlib'
import { randomNumbers } from './random.ts'

type Random = () => number
type Mutation = (bytes: Buffer, random: Random, seeds: readonly Buffer[]) => Buffer

const whole = (random: Random, below: number) => Math.floor(random() * below)
const oneOf = <T>(random: Random, list: readonly T[]): T => {
  const chosen = list[whole(random, list.length)]
  if (chosen === undefined) throw new Error('Nothing to choose from')
  return chosen
}

/** Numbers at which lengths and sizes break. */
const edges = [
  0, 1, 2, 7, 8, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
]

const mutations: readonly Mutation[] = [
  // A bit is flipped.
  (bytes, random) => edited(bytes, (copy, at) => copy.writeUInt8((copy[at] ?? 0) ^ (1 << whole(random, 8)), at), random),
  // A byte becomes one at an edge.
  (bytes, random) => edited(bytes, (copy, at) => copy.writeUInt8(oneOf(random, [0, 1, 0x7f, 0x80, 0xff]), at), random),
  // The file is cut off.
  (bytes, random) => bytes.subarray(0, whole(random, bytes.length)),
  // A piece is missing, stands twice, or is noise.
  (bytes, random) => pieced(bytes, random, () => []),
  (bytes, random) => pieced(bytes, random, (piece) => [piece, piece]),
  (bytes, random) => pieced(bytes, random, (piece) => [Buffer.from(piece.map(() => whole(random, 256)))]),
  // The beginning of one file, the end of another.
  (bytes, random, seeds) => {
    const other = oneOf(random, seeds)
    return Buffer.concat([bytes.subarray(0, whole(random, bytes.length)), other.subarray(whole(random, other.length))])
  },
  // A length or a size lies.
  (bytes, random) => lying(bytes, random),
  (bytes, random) => lying(bytes, random),
]

/** One to four things go wrong with a good file, the same for the same seed. */
export function mutatedPicture(seeds: readonly Buffer[], seed: number): Buffer {
  const random = randomNumbers(seed)
  let bytes = oneOf(random, seeds)
  for (let count = 1 + whole(random, 4); count > 0; count--) bytes = oneOf(random, mutations)(bytes, random, seeds)
  // A PNG with a wrong checksum is refused at once: half of them get the right ones, and go deeper.
  return random() < 0.5 ? withChecksums(bytes) : bytes
}

function edited(bytes: Buffer, edit: (copy: Buffer, at: number) => void, random: Random): Buffer {
  if (bytes.length === 0) return bytes
  const copy = Buffer.from(bytes)
  edit(copy, whole(random, copy.length))
  return copy
}

function pieced(bytes: Buffer, random: Random, replace: (piece: Buffer) => Buffer[]): Buffer {
  const from = whole(random, bytes.length)
  const to = Math.min(bytes.length, from + 1 + whole(random, 40))
  return Buffer.concat([bytes.subarray(0, from), ...replace(bytes.subarray(from, to)), bytes.subarray(to)])
}

/** Writes a number at an edge, or one near to what was there, where a format keeps a length, a size or an offset. */
function lying(bytes: Buffer, random: Random): Buffer {
  const fields = lengthFields(bytes)
  if (fields.length === 0) return bytes
  const { at, size, little } = oneOf(random, fields)
  const copy = Buffer.from(bytes)
  const was = little ? copy.readUIntLE(at, size) : copy.readUIntBE(at, size)
  const near = was + whole(random, 9) - 4
  const lie = (random() < 0.5 ? near : oneOf(random, edges)) & (size === 2 ? 0xffff : -1)
  if (little) copy.writeUIntLE(size === 2 ? lie & 0xffff : lie >>> 0, at, size)
  else copy.writeUIntBE(size === 2 ? lie & 0xffff : lie >>> 0, at, size)
  return copy
}

interface Field {
  at: number
  size: 2 | 4
  little: boolean
}

/** Where a file keeps lengths and sizes: PNG chunks, JPEG segments, RIFF chunks, GIF descriptors, boxes of ISO media. */
function lengthFields(bytes: Buffer): Field[] {
  const big = (at: number, size: 2 | 4 = 4): Field => ({ at, size, little: false })
  const little = (at: number, size: 2 | 4 = 4): Field => ({ at, size, little: true })
  const fields: Field[] = []
  const head = bytes.toString('latin1', 0, 12)
  if (head.startsWith('\x89PNG')) {
    fields.push(big(16), big(20))
    for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) fields.push(big(at))
  } else if (head.startsWith('\xff\xd8')) {
    for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
      fields.push(big(at + 2, 2))
      // Frame headers: height and width.
      if ((bytes[at + 1] ?? 0) >= 0xc0 && (bytes[at + 1] ?? 0) <= 0xc2) fields.push(big(at + 5, 2), big(at + 7, 2))
    }
  } else if (head.startsWith('RIFF')) {
    fields.push(little(4))
    for (let at = 12; at + 8 <= bytes.length; at += 8 + bytes.readUInt32LE(at + 4) + (bytes.readUInt32LE(at + 4) % 2))
      fields.push(little(at + 4))
  } else if (head.startsWith('GIF8')) {
    fields.push(little(6, 2), little(8, 2))
    for (let at = bytes.indexOf(0x2c, 13); at >= 0 && at + 9 <= bytes.length; at = bytes.indexOf(0x2c, at + 1))
      fields.push(little(at + 5, 2), little(at + 7, 2))
  } else if (head.includes('ftyp')) {
    // Boxes lie in boxes: each name of one has its size before it.
    for (const name of [
      'ftyp',
      'meta',
      'hdlr',
      'pitm',
      'iloc',
      'iinf',
      'infe',
      'iprp',
      'ipco',
      'ispe',
      'pixi',
      'av1C',
      'colr',
      'ipma',
      'auxC',
      'iref',
      'mdat',
    ]) {
      for (let at = bytes.indexOf(name); at >= 4; at = bytes.indexOf(name, at + 4)) {
        fields.push(big(at - 4))
        if (name === 'ispe' && at + 16 <= bytes.length) fields.push(big(at + 8), big(at + 12))
        if (name === 'iloc' && at + 24 <= bytes.length) fields.push(big(at + 16), big(at + 20))
      }
    }
  }
  return fields.filter(({ at, size }) => at + size <= bytes.length)
}

/** A PNG whose chunks, as far as they are whole, have the right checksums; anything else as it is. */
function withChecksums(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return bytes
  const copy = Buffer.from(bytes)
  for (let at = 8; at + 12 <= copy.length; ) {
    const end = at + 12 + copy.readUInt32BE(at)
    if (end > copy.length) break
    copy.writeUInt32BE(crc32(copy.subarray(at + 4, end - 4)), end - 4)
    at = end
  }
  return copy
}
