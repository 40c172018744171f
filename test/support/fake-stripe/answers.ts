import type { Books } from './books.ts'
import { StripeRefusal } from './errors.ts'
import type { Row } from './rows.ts'

/** A page, newest first. Short on purpose: nobody may count on one page. */
const pageSize = 3

export type Json = { [key: string]: unknown }

export function listOf(rows: Iterable<Row>, { limit, starting_after }: { limit: number; starting_after?: string | undefined }) {
  const all = [...rows].reverse()
  const from = starting_after === undefined ? 0 : all.findIndex(({ id }) => id === starting_after) + 1
  const data = all.slice(from, from + Math.min(limit, pageSize))
  return { object: 'list', data, has_more: from + data.length < all.length }
}

/** A copy to send, with what was asked to be expanded. */
export function shown(books: Books, answer: object, expand: string[] = []): Json {
  const copy: Json = structuredClone({ ...answer })
  for (const path of expand) {
    const steps = path.split('.')
    if (steps.length > 4) throw new StripeRefusal(`You cannot expand more than 4 levels of a property: ${path}`)
    expandInto(books, copy, steps, path)
  }
  return copy
}

function expandInto(books: Books, thing: Json, [step = '', ...rest]: string[], path: string): void {
  if (step === 'payments' && thing.object === 'invoice') {
    thing.payments ??= { object: 'list', has_more: false, data: structuredClone(books.paymentsOf(String(thing.id))) }
  }
  const value = thing[step]
  if (value === undefined) throw new StripeRefusal(`This property cannot be expanded (${path}).`)
  if (typeof value === 'string') {
    const row = books.any(value)
    if (row === undefined) throw new StripeRefusal(`This property cannot be expanded (${path}).`)
    thing[step] = structuredClone(row)
  }
  if (rest.length === 0) return
  const inner: unknown = thing[step]
  const inners = Array.isArray(inner) ? inner : [inner]
  for (const one of inners) if (isJson(one)) expandInto(books, one, rest, path)
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
