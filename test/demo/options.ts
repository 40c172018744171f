import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'

/** What `pnpm demo` was asked to do. */
export interface DemoOptions {
  /** Folder that the pictures are written to. */
  out: string
  /** The page with the picture; null for the server's own sample page. */
  page: string | null
  selector: string
}

export const usage = `pnpm demo [--out DIR] [--page URL [--selector CSS]]
  --out DIR       where the 4 pictures go (default demo-out)
  --page URL      a page on http://127.0.0.1, any port (default: the server's own /try)
  --selector CSS  the picture on it (default: the page's first)`

/** The extension has the permission to read pages there and nowhere else, until somebody gives it. */
const readable = z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/, error: '--page: a page on http://127.0.0.1' })

/** Reads the command line. Throws an error that says what is wrong with it. */
export function readOptions(args: string[], folder: string): DemoOptions {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    options: { out: { type: 'string', default: 'demo-out' }, page: { type: 'string' }, selector: { type: 'string' } },
  })
  const page = values.page === undefined ? null : readable.parse(values.page)
  return { out: resolve(folder, values.out), page, selector: values.selector ?? (page === null ? '#night-florals' : 'img') }
}
