import { readInPage } from './read-in-page'

/** What a page's style sheets can say about a drawing: without them it is black. */
const presentation = [
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin'],
  ...['stroke-dasharray', 'stroke-dashoffset', 'stroke-miterlimit', 'paint-order', 'color', 'opacity', 'display', 'visibility'],
  ...['stop-color', 'stop-opacity', 'clip-path', 'clip-rule', 'mask', 'filter', 'mix-blend-mode', 'text-anchor'],
  ...['dominant-baseline', 'font-family', 'font-size', 'font-weight', 'font-style', 'letter-spacing'],
  ...['transform', 'transform-origin', 'transform-box', 'vector-effect'],
]
/** More elements than a drawing has with good reason: a map, say, that is better photographed. */
const mostElements = 5_000

/**
 * A drawing of the page as a file that stands alone: with the page's styles, with what it refers to elsewhere in the
 * page, and with the pictures in it. Without its scripts. Null where it is too large, or a picture in it cannot be read.
 */
export async function wholeSvg(svg: SVGElement): Promise<Blob | null> {
  if (svg.querySelectorAll('*').length > mostElements) return null
  const copy = copyOf(svg)
  addReferences(copy, svg)
  for (const element of copy.querySelectorAll('script, animate, animateTransform, animateMotion, set')) element.remove()
  if (!(await takePicturesIn(copy))) return null
  const { width, height } = svg.getBoundingClientRect()
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' })
}

/** A copy with the styles as they are computed now. */
function copyOf(element: Element): Element {
  const copy = element.cloneNode(true)
  if (!(copy instanceof Element)) throw new TypeError('A copy of an element is an element')
  const originals = [element, ...element.querySelectorAll('*')]
  for (const [at, styled] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[at]
    if (original === undefined || !(styled instanceof SVGElement)) continue
    const computed = getComputedStyle(original)
    for (const name of presentation) styled.style.setProperty(name, computed.getPropertyValue(name))
    if (at === 0) for (const name of ['transform', 'opacity', 'visibility', 'display']) styled.style.removeProperty(name)
  }
  return copy
}

/** Puts symbols, gradients and the like, which another drawing of the page holds, into this one. */
function addReferences(copy: Element, svg: SVGElement): void {
  const root = svg.getRootNode()
  const places = [root instanceof ShadowRoot ? root : document, document]
  const seen = new Set<string>()
  const add = (within: Element): void => {
    for (const id of referredTo(within)) {
      if (seen.has(id) || copy.querySelector(`#${CSS.escape(id)}`)) continue
      seen.add(id)
      const target = places.map((place) => place.getElementById(id)).find((element) => element !== null)
      if (!(target instanceof SVGElement)) continue
      const defs = document.createElementNS('http://www.w3.org/2000/svg', 'defs')
      defs.append(copyOf(target))
      copy.prepend(defs)
      add(defs)
    }
  }
  add(copy)
}

function referredTo(within: Element): string[] {
  return [within, ...within.querySelectorAll('*')].flatMap((element) =>
    Array.from(element.attributes, ({ name, value }) =>
      name === 'href' || name === 'xlink:href'
        ? [/^#(.+)/.exec(value)?.[1] ?? '']
        : Array.from(value.matchAll(/url\((?:"|&quot;)?[^")]*#([^")]+)"?\)/g), ([, id = '']) => id),
    ).flat(),
  )
}

/** A drawing that stands alone loads nothing: pictures in it become part of it. False where one cannot be read. */
async function takePicturesIn(copy: Element): Promise<boolean> {
  for (const image of copy.querySelectorAll('image')) {
    const address = image.getAttribute('href') ?? image.getAttribute('xlink:href') ?? ''
    const data = address === '' ? '' : await readInPage(new URL(address, document.baseURI).href)
    if (data === null) return false
    image.removeAttribute('xlink:href')
    image.setAttribute('href', data)
  }
  return true
}
