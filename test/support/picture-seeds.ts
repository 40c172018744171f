import sharp, { type Sharp } from 'sharp'

const width = 24
const height = 16

/** A small picture with something in it: a gradient, a hard edge, and see-through parts where it has an alpha channel. */
function picture(channels: 3 | 4, frames = 1): Sharp {
  const data = Buffer.alloc(width * height * frames * channels)
  for (let at = 0; at < data.length / channels; at++) {
    const [x, y] = [at % width, Math.floor(at / width)]
    data.set([x * 10, (y * 5) % 256, x > y ? 200 : 20, (x * y) % 256].slice(0, channels), at * channels)
  }
  const raw = { width, height: height * frames, channels, ...(frames === 1 ? {} : { pageHeight: height }) }
  return sharp(data, { raw })
}

/** Whole and valid files of every format that the guard lets in, in the ways each is written. */
export async function pictureSeeds(): Promise<Buffer[]> {
  const held = { IFD0: { Copyright: 'somebody', ImageDescription: 'a picture' } }
  const files = [
    picture(3).png(),
    picture(4).png({ progressive: true }),
    picture(4).png({ palette: true }),
    picture(3).toColourspace('rgb16').png(),
    picture(3).greyscale().toColourspace('b-w').png(),
    picture(3).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').withExif(held).withIccProfile('p3').png(),
    picture(3).jpeg(),
    picture(3).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }),
    picture(3).toColourspace('cmyk').jpeg(),
    picture(3).withMetadata({ orientation: 6 }).withExif(held).withIccProfile('p3').jpeg(),
    picture(3).webp(),
    picture(4).webp({ lossless: true }),
    picture(4, 3).webp({ loop: 0, delay: 50 }),
    picture(4).withExif(held).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').webp(),
    picture(3).gif(),
    picture(4, 3).gif({ loop: 0, delay: 50 }),
    picture(3).avif({ effort: 0 }),
    picture(4).avif({ effort: 0, lossless: true }),
    picture(3).withExif(held).avif({ effort: 0, bitdepth: 8 }),
  ]
  return Promise.all(files.map((file) => file.toBuffer()))
}
