/**
 * Elements that our own scripts of this frame remember for each other. All of them share one world of variables, which
 * the page's scripts cannot see; marks say nothing about the page.
 */
declare global {
  var toileMarks: Map<string, WeakRef<Element>> | undefined
}

/** How many are kept; the newest ones count. */
const kept = 20

/** Remembers an element, and answers the mark under which this frame's page tool finds it. */
export function markElement(element: Element): string {
  globalThis.toileMarks ??= new Map()
  const marks = globalThis.toileMarks
  // Pages without encryption have no `randomUUID`.
  const mark = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')
  marks.set(mark, new WeakRef(element))
  for (const oldest of marks.keys()) if (marks.size > kept) marks.delete(oldest)
  return mark
}

/** The element of that mark; null where this frame knows none. A page may have taken it out meanwhile, as some do when the pointer leaves. */
export function markedElement(mark: string): Element | null {
  return globalThis.toileMarks?.get(mark)?.deref() ?? null
}
