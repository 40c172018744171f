/** A picture in memory: 3 bytes a pixel, sRGB, rows from the top. */
export interface Raster {
  data: Uint8Array
  width: number
  height: number
}

/** A picture with what is see-through in it. */
export interface Layer extends Raster {
  /** A byte a pixel: 0 see-through, 255 opaque; null where all of it is opaque. */
  alpha: Uint8Array | null
}

export function emptyRaster(width: number, height: number): Raster {
  return { data: new Uint8Array(width * height * 3), width, height }
}

/** The picture with rows and columns exchanged. */
export function transposed({ data, width, height }: Raster): Raster {
  const turned = emptyRaster(height, width)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 3
      const to = (x * height + y) * 3
      turned.data[to] = data[from] ?? 0
      turned.data[to + 1] = data[from + 1] ?? 0
      turned.data[to + 2] = data[from + 2] ?? 0
    }
  }
  return turned
}

/** The picture moved left by `dx` and up by `dy` px on a torus: what leaves at one edge enters at the other. */
export function rolled(picture: Raster, dx: number, dy: number): Raster {
  const { data, width, height } = picture
  const left = ((dx % width) + width) % width
  const up = ((dy % height) + height) % height
  if (left === 0 && up === 0) return picture
  const moved = emptyRaster(width, height)
  for (let y = 0; y < height; y++) {
    const row = ((y + up) % height) * width * 3
    const to = y * width * 3
    moved.data.set(data.subarray(row + left * 3, row + width * 3), to)
    moved.data.set(data.subarray(row, row + left * 3), to + (width - left) * 3)
  }
  return moved
}

/** A part of the picture; it must lie inside. */
export function cropped({ data, width: stride }: Raster, left: number, top: number, width: number, height: number): Raster {
  const part = emptyRaster(width, height)
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * stride + left) * 3
    part.data.set(data.subarray(from, from + width * 3), y * width * 3)
  }
  return part
}
