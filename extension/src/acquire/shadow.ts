/** A content script may look into closed shadow roots too; null where the element has none. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot || !(element instanceof HTMLElement)) return element.shadowRoot
  // Firefox has it on the element itself.
  if ('openOrClosedShadowRoot' in element && element.openOrClosedShadowRoot instanceof ShadowRoot)
    return element.openOrClosedShadowRoot
  return globalThis.chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null
}

/** Every element of this kind in a document, inside shadow roots as well, in the order of the page. */
export function* everywhere(selector: string, root: Document | ShadowRoot = document): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    // Asked of the prototype: a form's field called "matches" stands in the place of its own.
    if (Element.prototype.matches.call(element, selector)) yield element
    const shadow = shadowOf(element)
    if (shadow) yield* everywhere(selector, shadow)
  }
}
