/** A content script may look into closed shadow roots too; null where the element has none. */
export function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot || !(element instanceof HTMLElement)) return element.shadowRoot
  return globalThis.chrome?.dom?.openOrClosedShadowRoot(element) ?? null
}
