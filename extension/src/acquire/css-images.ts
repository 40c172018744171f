/** The pictures that CSS puts on an element, topmost layer first; each with its addresses, largest first. Gradients are none. */
export function cssPicturesOf(element: Element): string[][] {
  const own = getComputedStyle(element)
  const [before, after] = [getComputedStyle(element, '::before'), getComputedStyle(element, '::after')]
  const stated = [after, before].flatMap((pseudo) =>
    // Without content a pseudo-element is not there at all.
    pseudo.content === 'none' || pseudo.content === 'normal' ? [] : [pseudo.content, pseudo.backgroundImage],
  )
  const marker = own.display === 'list-item' ? own.listStyleImage : ''
  const all = [...stated, own.content, own.backgroundImage, own.borderImageSource, marker]
  return all.filter((value) => value?.includes('url(')).flatMap(layersOf)
}

/** The picture layers of a computed value such as `linear-gradient(…), url("a.jpg")`. */
export function layersOf(value: string): string[][] {
  return splitOutside(value, ',').flatMap((layer) => {
    const addresses = /^(-webkit-)?image-set\(/.test(layer) ? fromImageSet(layer) : addressIn(layer)
    return addresses.length > 0 ? [addresses] : []
  })
}

function addressIn(layer: string): string[] {
  const quoted = /^url\((?:"((?:[^"\\]|\\.)*)"|([^)"]*))\)/.exec(layer)
  const address = quoted?.[1] ?? quoted?.[2] ?? ''
  // `url("#clip")` names a part of the page itself.
  return address === '' || address.startsWith('#') ? [] : [new URL(address.replace(/\\(.)/g, '$1'), document.baseURI).href]
}

/** `image-set(url("a.jpg") 1dppx, url("b.jpg") 2dppx)`: the densest first. */
function fromImageSet(layer: string): string[] {
  const inside = layer.slice(layer.indexOf('(') + 1, -1)
  return splitOutside(inside, ',')
    .map((option) => ({ addresses: addressIn(option), density: Number(/\s([\d.]+)(?:dppx|x)\b/.exec(option)?.[1] ?? 1) }))
    .sort((a, b) => b.density - a.density)
    .flatMap(({ addresses }) => addresses)
}

/** Splits at a separator that is in no brackets and no quotes. */
function splitOutside(value: string, separator: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quoted = false
  let start = 0
  for (let at = 0; at < value.length; at++) {
    const sign = value[at]
    if (sign === '\\') at++
    else if (sign === '"') quoted = !quoted
    else if (quoted) continue
    else if (sign === '(') depth++
    else if (sign === ')') depth--
    else if (sign === separator && depth === 0) {
      parts.push(value.slice(start, at).trim())
      start = at + 1
    }
  }
  return [...parts, value.slice(start).trim()]
}
