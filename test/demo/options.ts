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

const usage = `pnpm demo [--out DIR] [--page URL [--selector CSS]]
  --out DIR       where the 4 pictures go (default demo-out)
  --page URL      a page on http://127.0.0.1, any port (default: the server's own /try)
  --selector CSS  the picture on it (default: the page's first)`

/** The extension has the permission to read pages there and nowhere else, until somebody gives it. */
const readable = z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ })

/** The command line cannot be followed; the message says why, and what could be. */
class UsageError extends Error {
  constructor(reason: string) {
    super(`${reason}\n\n${usage}`)
  }
}

/** Reads the command line, relative to the folder it was typed in. Throws `UsageError`. */
export function readOptions(args: string[], folder: string): DemoOptions {
  const values = parse(args.filter((arg) => arg !== '--'))
  const page = values.page ?? null
  if (page !== null && !readable.safeParse(page).success) throw new UsageError(`--page ${page} is no page on http://127.0.0.1.`)
  return { out: resolve(folder, values.out), page, selector: values.selector ?? (page === null ? '#night-florals' : 'img') }
}

function parse(args: string[]) {
  const options = {
    out: { type: 'string', default: 'demo-out' },
    page: { type: 'string' },
    selector: { type: 'string' },
  } as const
  try {
    return parseArgs({ args, options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
