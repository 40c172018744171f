import { Html, html } from './html.ts'
import { lookAgain } from './look-again.ts'
import type { Reader } from './reader.ts'
import { styles } from './styles.ts'
import { frameWords } from './words.ts'

/** What stands above everything where no money moves; `own` where the pages are ours and no bank is behind them. */
export type TestBanner = 'own' | 'test' | null

const mark = html`<svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true"><clipPath id="m"><rect width="32" height="32" rx="6"/></clipPath><g clip-path="url(#m)"><rect class="mark-ground" width="32" height="32"/><g class="mark-leaves"><path d="M9.500 6.500c3 3.700 4 6.500 4 9.500s-1 5.800-4 9.500c-3-3.700-4-6.500-4-9.500s1-5.800 4-9.500z"/><path d="M22.500 22.500c3 3.700 4 6.500 4 9.500h-8c0-3 1-5.800 4-9.500zM22.500 9.500c3-3.700 4-6.500 4-9.500h-8c0 3 1 5.800 4 9.500z"/></g></g></svg>`

const warning = html`<svg class="icon" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M8 2.500l6 11H2zM8 6.500v3.200M8 11.400v.4"/></svg>`

export const brand = html`<div class="brand">${mark}<span>Toile</span></div>`

/** A whole page. With `again` it looks by itself whether it is of another state. */
export function page(
  reader: Reader,
  { title, banner, body, again }: { title: string; banner: TestBanner; body: Html; again?: boolean },
) {
  const words = frameWords[reader.language]
  const told = html`<header class="banner">${warning}<p><b>${words.testMode}</b>${banner === 'own' && html` ${words.noCard}`}</p></header>`
  return html`<!doctype html><html lang="${reader.locale}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">
<title>${title} · Toile</title><link rel="icon" href="data:,"><style>${styles}</style></head>
<body>${banner !== null && told}${body}${again === true && html`<script>${new Html(lookAgain)}</script>`}</body></html>`
}
