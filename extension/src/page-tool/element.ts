/** What an element is made with: its class, its words, its attributes, what stands in it. */
interface Made {
  className?: string
  text?: string
  attributes?: Record<string, string>
  inside?: (Node | string)[]
}

/** Makes an element in the document of `where`, which may be another than this script's. */
export function make<K extends keyof HTMLElementTagNameMap>(
  where: Node,
  tag: K,
  { className = '', text, attributes = {}, inside = [] }: Made = {},
): HTMLElementTagNameMap[K] {
  const element = (where.ownerDocument ?? document).createElement(tag)
  element.className = className
  if (text !== undefined) element.textContent = text
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...inside)
  return element
}

/** Puts an element at a place of the window, in CSS px. */
export function placeAt(element: HTMLElement, place: Partial<Record<'left' | 'top' | 'width' | 'height', number>>): void {
  for (const [name, px] of Object.entries(place)) element.style.setProperty(name, `${px}px`)
}

/** A sentence in which `{name}` stands for a key to press: words and drawn keys, in the order of the language. */
export function withKeys(where: Node, sentence: string, keys: Record<string, string>): (Node | string)[] {
  return sentence
    .split(/(\{\w+\})/)
    .map((part) => {
      const key = keys[part.slice(1, -1)]
      return key === undefined || !part.startsWith('{') ? part : make(where, 'span', { className: 'key', text: key })
    })
    .filter((part) => part !== '')
}
