import type { IncomingMessage } from 'node:http'

/** What a site says at one address. */
export interface Answer {
  body: string | Uint8Array
  /** `text/html` where nothing is said. */
  type?: string
  status?: number
  headers?: Record<string, string>
}

/** A site's addresses, each with what is answered there. A word in `{{ }}` becomes the origin of that name: see `origins.ts`. */
export type Routes = Record<string, Answer | ((request: IncomingMessage) => Answer)>

/** A page of a design site, titled as such pages are. */
export function page(body: string, { title = 'Studio wall', head = '' } = {}): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`
}
