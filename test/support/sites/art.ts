import sharp from 'sharp'

type Bytes = Uint8Array<ArrayBuffer>

/** A picture that can be told from all others: two colours side by side, and its size in px. */
export interface Art {
  left: string
  right: string
  width: number
  height: number
}

/** Pictures of the sites, by name. Every kind of source has colours of its own. */
export const art = {
  pin: { left: '#c0392b', right: '#f5e6c8', width: 480, height: 640 },
  lazy: { left: '#1f618d', right: '#f7dc6f', width: 480, height: 360 },
  blurred: { left: '#117a65', right: '#fadbd8', width: 480, height: 400 },
  layered: { left: '#6c3483', right: '#d4efdf', width: 420, height: 420 },
  covered: { left: '#af601a', right: '#d6eaf8', width: 400, height: 300 },
  crop: { left: '#196f3d', right: '#f9e79f', width: 640, height: 400 },
  cover: { left: '#641e16', right: '#aed6f1', width: 600, height: 380 },
  dense: { left: '#154360', right: '#fcf3cf', width: 560, height: 420 },
  moved: { left: '#4a235a', right: '#abebc6', width: 380, height: 300 },
  opened: { left: '#7b241c', right: '#d1f2eb', width: 440, height: 330 },
  closed: { left: '#0b5345', right: '#f5cba7', width: 440, height: 320 },
  pseudo: { left: '#512e5f', right: '#f9e79f', width: 360, height: 300 },
  poster: { left: '#1b2631', right: '#f1948a', width: 400, height: 240 },
  button: { left: '#7e5109', right: '#d2b4de', width: 320, height: 240 },
  object: { left: '#145a32', right: '#e8daef', width: 330, height: 250 },
  framed: { left: '#78281f', right: '#a9dfbf', width: 420, height: 300 },
  inside: { left: '#1a5276', right: '#edbb99', width: 360, height: 280 },
  hotlinked: { left: '#0e6251', right: '#f5b7b1', width: 300, height: 300 },
  guarded: { left: '#943126', right: '#aeb6bf', width: 500, height: 300 },
  passed: { left: '#5b2c6f', right: '#fad7a0', width: 400, height: 240 },
  marked: { left: '#0b5345', right: '#fdedec', width: 380, height: 260 },
  noise: { left: '#555555', right: '#bbbbbb', width: 64, height: 64 },
  tiny: { left: '#999999', right: '#eeeeee', width: 20, height: 16 },
} satisfies Record<string, Art>

/** The picture of that name, at its own size or another width. */
export async function drawArt({ left, right, width, height }: Art, atWidth = width): Promise<Bytes> {
  const size = { width: atWidth, height: Math.round((height * atWidth) / width) }
  const half = { width: Math.floor(size.width / 2), height: size.height }
  const second = await sharp({ create: { ...half, channels: 3, background: right } })
    .png()
    .toBuffer()
  const picture = sharp({ create: { ...size, channels: 3, background: left } }).composite([
    { input: second, left: size.width - half.width, top: 0 },
  ])
  return new Uint8Array(await picture.png().toBuffer())
}

/** An SVG file of two colours. */
export const vectorFile = { left: '#2e4053', right: '#f8c471', width: 400, height: 300 }
export const svgText = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300"><rect width="200" height="300" fill="${vectorFile.left}"/><rect x="200" width="200" height="300" fill="${vectorFile.right}"/></svg>`
