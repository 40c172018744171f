import { createServer } from 'node:http'
import { photograph } from '../pictures.ts'

/** What the page does before anything of an extension is there: it keeps whatever passes through the functions it replaced. */
const traps = `
  window.loot = { roots: [], messages: [], added: [], calls: [], inside: [] }
  new ReportingObserver((reports) => {
    for (const report of reports) loot.messages.push(JSON.stringify(report.toJSON()))
  }).observe()
  const attachShadow = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, { ...init, mode: 'open' })
    loot.roots.push(this.localName)
    return root
  }
  for (const name of ['overlay', 'pill', 'image', 'picker', 'region']) {
    customElements.define('toile-' + name, class extends HTMLElement {
      constructor() {
        super()
        const internals = this.attachInternals()
        loot.inside.push(() => internals.shadowRoot)
      }
    })
  }
  const listen = EventTarget.prototype.addEventListener
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    loot.calls.push(type)
    return listen.call(this, type, ...rest)
  }
  const fetched = window.fetch
  window.fetch = (...rest) => { loot.calls.push('fetch ' + rest[0]); return fetched(...rest) }
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) loot.added.push(node.localName ?? node.nodeName)
  }).observe(document, { childList: true, subtree: true })
  window.addEventListener('message', (event) => loot.messages.push(JSON.stringify(event.data)))
`

/** A letter of the alphabet for each digit: a browser fetches only those that it draws, in whatever font they are set. */
const fonts = ['Segoe UI Variable Text', 'Segoe UI', 'Roboto', 'Noto Sans', 'Liberation Sans', 'Arial', 'system-ui', 'sans-serif']
const digits = Array.from({ length: 10 }, (_, digit) =>
  fonts
    .map((font) => `@font-face { font-family: "${font}"; src: url("/digit-${digit}"); unicode-range: U+3${digit} }`)
    .join('\n'),
).join('\n')

/** Sits where the sample page does, so that the pill stands on it as well. */
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Win a prize</title><style>${digits}</style><script>${traps}</script></head>
<body><img id="photo" src="/photo.png" width="200" alt="A prize"><button id="bait">Claim your prize</button></body></html>`

/** A page that asks to be told of every frame that would be in the way of its isolation is told the frame's address. */
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-embedder-policy-report-only': 'require-corp',
}

export interface HostileSite {
  /** The page that means harm. */
  url: string
  /** The same page at another place of the web. */
  otherUrl: string
  /** The paths that a browser asked for, in their order. */
  asked: string[]
  close(): Promise<void>
}

/** A site that wants the designer's credits and whatever it can read. */
export async function startHostileSite(): Promise<HostileSite> {
  const picture = await photograph(450, 350)
  const asked: string[] = []
  const server = createServer(({ url = '/' }, answer) => {
    asked.push(url)
    if (url.startsWith('/try')) answer.writeHead(200, pageHeaders).end(page)
    else if (url === '/photo.png') answer.setHeader('content-type', 'image/png').end(picture)
    else answer.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The site has no port')
  return {
    url: `http://127.0.0.1:${address.port}/try`,
    otherUrl: `http://localhost:${address.port}/try`,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
