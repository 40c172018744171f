import type { Image } from 'shared'

/** A small view of an image. `alt` says what it is of; where a neighbour says it already, pass an empty one. */
export function Thumb({ image, alt, size }: { image: Image; alt: string; size: number }) {
  return (
    <span className="thumb" style={{ width: size, height: size, flex: 'none' }}>
      <img src={image.thumbUrl} alt={alt} />
    </span>
  )
}
