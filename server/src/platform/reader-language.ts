const spoken = ['en', 'pt', 'es'] as const
/** What the server's own pages are written in. */
export type PageLanguage = (typeof spoken)[number]

/** The first of the reader's languages that we write, with its region for numbers and dates; else English. */
export function readerLanguage(acceptLanguage: string | undefined): { language: PageLanguage; locale: string } {
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [tag = ''] = part.trim().split(';')
    const language = spoken.find((one) => tag.slice(0, 2).toLowerCase() === one)
    if (language !== undefined && Intl.DateTimeFormat.supportedLocalesOf(wellFormed(tag)).length > 0) {
      return { language, locale: tag }
    }
  }
  return { language: 'en', locale: 'en' }
}

/** Headers hold anything; a tag that is not one would make Intl throw. */
function wellFormed(tag: string): string[] {
  return /^[A-Za-z]{2}(-[A-Za-z0-9]{2,8})*$/.test(tag) ? [tag] : []
}
