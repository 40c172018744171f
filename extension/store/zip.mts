import { crc32, deflateRawSync } from 'node:zlib'

/** A file of an archive, by its path with forward slashes. */
export interface ZipEntry {
  path: string
  bytes: Uint8Array
}

const localSignature = 0x04034b50
const directorySignature = 0x02014b50
const endSignature = 0x06054b50
/** The first moment that the format knows, so that the same files give the same bytes whenever they are packed. */
const epoch = { date: 0x0021, time: 0 }
const version = 20
const deflated = 8
const namesAreUtf8 = 0x0800

/** What local header and directory say alike of a file. */
function describe(fields: Buffer, at: number, crc: number, packed: number, plain: number, name: number): void {
  fields.writeUInt16LE(version, at)
  fields.writeUInt16LE(namesAreUtf8, at + 2)
  fields.writeUInt16LE(deflated, at + 4)
  fields.writeUInt16LE(epoch.time, at + 6)
  fields.writeUInt16LE(epoch.date, at + 8)
  fields.writeUInt32LE(crc, at + 10)
  fields.writeUInt32LE(packed, at + 14)
  fields.writeUInt32LE(plain, at + 18)
  fields.writeUInt16LE(name, at + 22)
}

/** Packs files into a ZIP archive, sorted by path: the same files always give the same bytes. */
export function zip(entries: ZipEntry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { path, bytes } of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const name = Buffer.from(path)
    const packed = deflateRawSync(bytes, { level: 9 })
    const crc = crc32(bytes)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(localSignature, 0)
    describe(local, 4, crc, packed.length, bytes.length, name.length)
    const listed = Buffer.alloc(46)
    listed.writeUInt32LE(directorySignature, 0)
    listed.writeUInt16LE(version, 4)
    describe(listed, 6, crc, packed.length, bytes.length, name.length)
    listed.writeUInt32LE(offset, 42)
    bodies.push(local, name, packed)
    directory.push(listed, name)
    offset += local.length + name.length + packed.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endSignature, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listing, end])
}
