import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { photograph } from '../pictures.ts'
import type { Answer, Routes } from './answer.ts'
import { art, drawArt } from './art.ts'
import { board } from './board.ts'
import { editor } from './editor.ts'
import { guardedPictures } from './guarded.ts'
import { type Origins, withOrigins } from './origins.ts'
import { photo } from './photo.ts'
import { project } from './project.ts'
import { shots } from './shots.ts'
import { wall } from './wall.ts'

/** Every site: a file each, and a line here. */
const sites: Routes[] = [photo, wall, project, shots, board, editor, guardedPictures]

/** Design pages as the web has them, knowing nothing of Toile. Their pictures are made here. */
export interface Site {
  /** Where the extension may read: it has the permission for 127.0.0.1 from the start. */
  url: string
  /** The same site under a name that the extension has no permission for. */
  strangeUrl: string
  origins: Origins
  photograph: Uint8Array<ArrayBuffer>
  close(): Promise<void>
}

export async function startSite(): Promise<Site> {
  const [small, large] = await Promise.all([photograph(450, 350), photograph()])
  const pictures: Routes = {
    '/small.png': { type: 'image/png', body: small },
    '/large.png': { type: 'image/png', body: large },
  }
  const routes: Routes = Object.assign({}, ...sites, pictures)
  let origins: Origins | null = null
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const told = origins
    if (told === null) throw new Error('Nobody knows the site yet')
    answerTo(request, routes).then(
      (found) => send(response, found, told),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  }
  const [server, beside] = await Promise.all([listen(answer), listen(answer)])
  origins = {
    here: `http://127.0.0.1:${portOf(server)}`,
    strange: `http://localhost:${portOf(server)}`,
    other: `http://127.0.0.1:${portOf(beside)}`,
    stranger: `http://localhost:${portOf(beside)}`,
  }
  return {
    url: origins.here,
    strangeUrl: origins.strange,
    origins,
    photograph: large,
    close: async () => void (await Promise.all([stop(server), stop(beside)])),
  }
}

/** `/art/pin.png` is the picture of that name, `/art/pin-160.png` the same 160 px wide. */
async function answerTo(request: IncomingMessage, routes: Routes): Promise<Answer> {
  const { pathname } = new URL(request.url ?? '/', 'http://site')
  const [, name = '', width] = /^\/art\/(\w+?)(?:-(\d+))?\.png$/.exec(pathname) ?? []
  const drawn = Object.entries(art).find(([known]) => known === name)?.[1]
  if (drawn) return { type: 'image/png', body: await drawArt(drawn, width ? Number(width) : undefined) }
  const route = routes[pathname]
  if (route === undefined) return { status: 404, body: '' }
  return typeof route === 'function' ? route(request) : route
}

function send(response: ServerResponse, { body, type, status = 200, headers = {} }: Answer, origins: Origins): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, withOrigins(value, origins))
  response.writeHead(status, { 'content-type': type ?? 'text/html; charset=utf-8' })
  response.end(typeof body === 'string' ? withOrigins(body, origins) : body)
}

async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The site has no port')
  return address.port
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
