/**
 * Where a site's pages can say that something is. The extension has the permission for 127.0.0.1 from the start and none
 * for localhost; another port is another origin to the browser.
 */
export interface Origins {
  /** Where the page is itself, at 127.0.0.1. */
  here: string
  /** The same site under a name that the extension has no permission for. */
  strange: string
  /** Another origin, which the extension may read. */
  other: string
  /** Another origin, which the extension may not read. */
  stranger: string
}

/** A page's words with the origins in place: `{{other}}/a.png`. */
export function withOrigins(words: string, origins: Origins): string {
  return words.replace(/\{\{(here|strange|other|stranger)\}\}/g, (_, name: keyof Origins) => origins[name])
}
