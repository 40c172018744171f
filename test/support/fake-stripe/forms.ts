export type Form = string | Form[] | { [key: string]: Form }

/** `a[b][0][c]=v`, as Stripe takes bodies and queries, as things within things. Everything is text still. */
export function readForm(text: string): { [key: string]: Form } {
  const root: { [key: string]: Form } = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const path = name.split(/[[\]]+/).filter((part) => part !== '')
    put(root, path, value)
  }
  return root
}

function put(into: { [key: string]: Form }, [key = '', ...rest]: string[], value: string): void {
  const [next] = rest
  if (next === undefined) {
    into[key] = value
    return
  }
  if (/^\d+$/.test(next)) {
    const list = Array.isArray(into[key]) ? into[key] : []
    into[key] = list
    const index = Number(next)
    if (rest.length === 1) {
      list[index] = value
      return
    }
    const item = list[index]
    const inner = typeof item === 'object' && !Array.isArray(item) ? item : {}
    list[index] = inner
    put(inner, rest.slice(1), value)
    return
  }
  const before = into[key]
  const inner = typeof before === 'object' && !Array.isArray(before) ? before : {}
  into[key] = inner
  put(inner, rest, value)
}
