import { createServer } from 'node:http'

const images = 500
/** `html`, `head`, `body` and the like are the rest of 5,000. */
const figures = `<figure class="pin"><a href="#pin"><img src="/pixel.svg" width="120" height="120" alt="A pin"></a>
<figcaption><b>Pin</b> <i>by</i> <span>someone</span> <em>today</em></figcaption></figure>`
const others = '<p><span>a</span></p>'
const elementsOfFigure = 8

/** A page of 5,000 elements, 500 of them images, as a moodboard is after some scrolling: with the pill at `/try`, without it elsewhere. */
export async function startCrowdedPage(): Promise<{ withPill: string; without: string; close(): Promise<void> }> {
  const filling = Math.round((5_000 - images * elementsOfFigure) / 2)
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Moodboard</title>
<style>body{columns:6} .pin{margin:8px;break-inside:avoid}</style></head>
<body>${figures.repeat(images)}${others.repeat(filling)}</body></html>`
  const pixel =
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="120"><rect width="120" height="120" fill="#8a9"/></svg>'
  const server = createServer(({ url }, answer) => {
    if (url === '/pixel.svg') answer.setHeader('content-type', 'image/svg+xml').end(pixel)
    else answer.setHeader('content-type', 'text/html; charset=utf-8').end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The page has no port')
  const origin = `http://127.0.0.1:${address.port}`
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { withPill: `${origin}/try`, without: `${origin}/plain`, close }
}
