import { largestOf } from './srcset'
import { isStandIn, lateSourcesOf } from './stand-in'

/** Addresses of the same picture, largest first: what the page offers to larger screens, then what it shows. */
export function addressesOfImage(image: HTMLImageElement): string[] {
  const late = isStandIn(image) ? lateSourcesOf(image) : { sets: [], addresses: [] }
  const sets = [...late.sets, ...setsOf(image)]
  const largest = sets.map(largestOf).filter((address) => address !== null)
  const all = [...largest, ...late.addresses, image.currentSrc, image.getAttribute('src') ?? '']
  const whole = all.filter((address) => address !== '').map((address) => URL.parse(address, document.baseURI)?.href ?? '')
  return [...new Set(whole)].filter((address) => address !== '')
}

/** The sizes that the page offers of what it shows: its own, and of a `picture` only the source in use. */
function setsOf(image: HTMLImageElement): string[] {
  const sources = image.parentElement?.localName === 'picture' ? [...image.parentElement.querySelectorAll('source')] : []
  // Another source may be another crop, or a type this browser cannot read.
  const used = image.currentSrc
    ? sources.filter(({ srcset }) => offers(srcset, image.currentSrc))
    : sources.filter(({ media }) => media === '' || matchMedia(media).matches).slice(0, 1)
  return [...used.map((source) => source.srcset || (source.getAttribute('data-srcset') ?? '')), image.srcset]
}

function offers(srcset: string, shown: string): boolean {
  return srcset.split(/\s+/).some((part) => URL.parse(part.replace(/,$/, ''), document.baseURI)?.href === shown)
}
