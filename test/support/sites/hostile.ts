import { createServer } from 'node:http'
import { photograph } from '../pictures.ts'

/** What the page does before anything of an extension is there: it keeps whatever passes through the functions it replaced. */
const traps = `
  window.loot = { roots: [], messages: [], added: [], calls: [] }
  const attachShadow = Element.prototype.attachShadow
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, { ...init, mode: 'open' })
    loot.roots.push(this.localName)
    return root
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

/** Sits where the sample page does, so that the pill stands on it as well. */
const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Win a prize</title><script>${traps}</script></head>
<body><img id="photo" src="/photo.png" width="200" alt="A prize"><button id="bait">Claim your prize</button></body></html>`

export interface HostileSite {
  /** The page that means harm. */
  url: string
  /** The same page at another place of the web. */
  otherUrl: string
  close(): Promise<void>
}

/** A site that wants the designer's credits and whatever it can read. */
export async function startHostileSite(): Promise<HostileSite> {
  const picture = await photograph(450, 350)
  const server = createServer(({ url = '/' }, answer) => {
    if (url.startsWith('/try')) answer.setHeader('content-type', 'text/html; charset=utf-8').end(page)
    else if (url === '/photo.png') answer.setHeader('content-type', 'image/png').end(picture)
    else answer.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The site has no port')
  return {
    url: `http://127.0.0.1:${address.port}/try`,
    otherUrl: `http://localhost:${address.port}/try`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
