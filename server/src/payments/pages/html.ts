/** A piece of a page. What templates are given as text is escaped; only pieces go in as they are. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

type Part = Html | Html[] | string | number | null | false

const signs = /[&<>"']/g

/** Makes a piece of a page of a template; null and false are nothing. */
export function html(literals: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(literals.map((literal, i) => (i === 0 ? literal : markupOf(parts[i - 1] ?? null) + literal)).join(''))
}

function markupOf(part: Part): string {
  if (part === null || part === false) return ''
  if (part instanceof Html) return part.markup
  if (Array.isArray(part)) return part.map(({ markup }) => markup).join('')
  return String(part).replace(signs, (sign) => `&#${sign.charCodeAt(0)};`)
}
