/** A colour by name, as #rrggbb. */
export interface NamedColour {
  name: string
  hex: string
}

const version = [1, 0] as const
const groupStart = 0xc001
const groupEnd = 0xc002
const colourEntry = 0x0001
/** Not global, not spot: a colour that is edited by itself. */
const normal = 2

/** A block: its kind, its length in bytes, its content. */
function block(kind: number, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(6 + content.length)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, kind)
  view.setUint32(2, content.length)
  bytes.set(content, 6)
  return bytes
}

/** A name: its length in signs of UTF-16 with the closing zero, then the signs. */
function nameBytes(name: string): Uint8Array {
  const bytes = new Uint8Array(2 + (name.length + 1) * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, name.length + 1)
  for (let at = 0; at < name.length; at++) view.setUint16(2 + at * 2, name.charCodeAt(at))
  return bytes
}

/** `RGB `, three shares from 0 to 1 as 32-bit floats, and the kind of colour. */
function rgbBytes(hex: string): Uint8Array {
  const bytes = new Uint8Array(4 + 3 * 4 + 2)
  const view = new DataView(bytes.buffer)
  bytes.set([...'RGB '].map((sign) => sign.charCodeAt(0)))
  for (const channel of [0, 1, 2]) {
    view.setFloat32(4 + channel * 4, Number.parseInt(hex.slice(1 + channel * 2, 3 + channel * 2), 16) / 255)
  }
  view.setUint16(16, normal)
  return bytes
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/**
 * A palette as an Adobe Swatch Exchange file, with its colours in one group. Everything in it is big-endian.
 * @see http://www.selapa.net/swatches/colors/fileformats.php#adobe_ase
 */
export function encodeAse(group: string, colours: NamedColour[]): Uint8Array<ArrayBuffer> {
  const blocks = [
    block(groupStart, nameBytes(group)),
    ...colours.map(({ name, hex }) => block(colourEntry, joined([nameBytes(name), rgbBytes(hex)]))),
    block(groupEnd, new Uint8Array()),
  ]
  const header = new Uint8Array(12)
  const view = new DataView(header.buffer)
  header.set([...'ASEF'].map((sign) => sign.charCodeAt(0)))
  view.setUint16(4, version[0])
  view.setUint16(6, version[1])
  view.setUint32(8, blocks.length)
  return joined([header, ...blocks])
}
