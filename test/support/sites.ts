import { createServer } from 'node:http'
import { photograph } from './pictures.ts'

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Studio wall</title></head><body>${body}</body></html>`

/** Design pages as the web has them, knowing nothing of Toile. Their pictures are made here. */
export interface Site {
  /** Where the extension may read: it has the permission for 127.0.0.1 from the start. */
  url: string
  /** The same site under a name that the extension has no permission for. */
  strangeUrl: string
  photograph: Uint8Array<ArrayBuffer>
  close(): Promise<void>
}

export async function startSite(): Promise<Site> {
  const [small, large] = await Promise.all([photograph(450, 350), photograph()])
  const pages: Record<string, string> = {
    '/photo': page(
      '<img id="photo" src="/small.png" srcset="/small.png 450w, /large.png 900w" sizes="200px" width="200" alt="An evening">',
    ),
    '/brief': page(
      '<p id="brief">Half-drop floral in coral and navy on cream</p><p id="cat">A cat on a sofa reading a newspaper</p>',
    ),
  }
  const pictures: Record<string, Uint8Array> = { '/small.png': small, '/large.png': large }

  const server = createServer(({ url = '/' }, answer) => {
    const html = pages[url]
    const picture = pictures[url]
    if (html !== undefined) answer.setHeader('content-type', 'text/html; charset=utf-8').end(html)
    else if (picture !== undefined) answer.setHeader('content-type', 'image/png').end(picture)
    else answer.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The site has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    strangeUrl: `http://localhost:${address.port}`,
    photograph: large,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
