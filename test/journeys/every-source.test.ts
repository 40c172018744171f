import { afterAll, beforeAll, expect, test } from 'vitest'
import { imagesOf } from '../support/images.ts'
import { readLedger } from '../support/ledger.ts'
import { makeFromEach } from '../support/make-from.ts'
import { type Art, art, vectorFile } from '../support/sites/art.ts'
import { painted } from '../support/sites/board.ts'
import { inBlob, inData, inlined, letGo } from '../support/sites/editor.ts'
import { filmed } from '../support/sites/shots.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { likenessOf, type Pointed, type Taken, takePicture } from '../support/take-picture.ts'

/** A source: where it is, and what must come of it; `from` is its own address, null where it has none. */
type Kind = [what: string, path: string, pointed: Pointed, becomes: Art, from: string | null]

/** Drawings have no size of their own: the longest edge of their pixels is at least this. */
const drawn = (look: Art): Art => ({ ...look, width: 1024, height: 768 })

const kinds: Kind[] = [
  ['an image in several sizes, the largest', '/wall', { selector: '#pin', named: true }, art.pin, '/art/pin.png'],
  ['an image that is not loaded yet', '/wall', { selector: '#lazy', named: true }, art.lazy, '/art/lazy.png'],
  ['an image behind its blurred miniature', '/wall', { selector: '#blurred', named: true }, art.blurred, '/art/blurred.png'],
  ['an image under a transparent layer', '/wall', { selector: '#layer' }, art.layered, '/art/layered.png'],
  ['an image under a stretched pixel', '/wall', { selector: '#spacer', named: true }, art.covered, '/art/covered.png'],
  ['an image that lets the pointer through', '/wall', { selector: '#passed' }, art.passed, '/art/passed.png'],
  ['an image under a canvas for marks', '/wall', { selector: '#marks' }, art.marked, '/art/marked.png'],
  ['a crop of a picture element', '/project', { selector: '#crop', named: true }, art.crop, '/art/crop.png'],
  ['the largest of several CSS backgrounds', '/project', { selector: '#cover' }, art.cover, '/art/cover.png'],
  ['a CSS background in several densities', '/project', { selector: '#dense' }, art.dense, '/art/dense.png'],
  ['an SVG file', '/project', { selector: '#vector', named: true }, { ...vectorFile, width: 1024, height: 768 }, '/drawing.svg'],
  ['an image behind a redirect', '/project', { selector: '#moved', named: true }, art.moved, '/moved'],
  ['an image in an open shadow root', '/shots', { selector: '#open' }, art.opened, '/art/opened.png'],
  ['an image in a closed shadow root', '/shots', { selector: '#closed' }, art.closed, '/art/closed.png'],
  ["a pseudo-element's picture", '/shots', { selector: '#pseudo' }, art.pseudo, '/art/pseudo.png'],
  ["a video's frame", '/shots', { selector: '#video' }, filmed, null],
  ["a video's poster", '/shots', { selector: '#poster' }, art.poster, '/art/poster.png'],
  ['a button that is an image', '/shots', { selector: '#button' }, art.button, '/art/button.png'],
  ['an embedded object', '/shots', { selector: '#object' }, art.object, '/art/object.png'],
  ['a canvas', '/board', { selector: '#board' }, painted, null],
  ['a drawing in the page', '/editor', { selector: '#inline' }, drawn(inlined), null],
  ['an image in a drawing', '/editor', { selector: '#inside', named: true }, art.inside, '/art/inside.png'],
  ['bytes in the address', '/editor', { selector: '#data', named: true }, inData, null],
  ['bytes that only the page has', '/editor', { selector: '#blob', named: true }, inBlob, null],
  ['bytes that the page has let go', '/editor', { selector: '#let-go', named: true }, letGo, null],
  [
    'an image in a frame of the same site',
    '/editor',
    { selector: '#framed', inFrame: '/frame', named: true },
    art.framed,
    '/art/framed.png',
  ],
  [
    'an image in a frame of another site',
    '/editor',
    { selector: '#framed', inFrame: '/frame?cross', named: true },
    art.framed,
    '{{other}}/art/framed.png',
  ],
  ['an image for members', '/protected', { selector: '#guarded', named: true }, art.guarded, '/guarded.png'],
]

let studio: Studio
let open = { path: '', page: null as Awaited<ReturnType<Studio['browser']['open']>> | null }
const allTaken: Taken[] = []

beforeAll(async () => {
  studio = await openStudio({ env: { TOILE_TRIAL_CREDITS: '40' } })
})
afterAll(() => studio.close())

/** The page of that path: one is open at a time. */
async function pageAt(path: string) {
  if (open.page === null || open.path !== path) {
    await open.page?.close()
    open = { path, page: await studio.browser.open(`${studio.site.url}${path}`) }
    await open.page?.waitForLoadState('networkidle')
  }
  if (open.page === null) throw new Error('No page')
  return open.page
}

test.each(kinds)('%s is taken, whole, with where it came from', async (_, path, pointed, becomes, from) => {
  const { browser, server, site } = studio
  const taken = await takePicture(browser, await pageAt(path), pointed)
  allTaken.push(taken)
  expect(taken.source).toMatchObject({ state: 'ready', captured: false })
  expect(await likenessOf(taken)).toEqual(becomes)
  const [last] = imagesOf(server.dataFolder)
  const own = from?.startsWith('{{other}}') ? from.replace('{{other}}', site.origins.other) : from && `${site.url}${from}`
  expect(last?.imageUrl).toBe(own)
  expect(last?.pageUrl).toContain(pointed.inFrame ?? path)
  expect(last?.pageTitle).not.toBeNull()
})

test('each of them becomes an image, for one credit', async () => {
  const { browser, server } = studio
  expect(await makeFromEach(browser, allTaken)).toEqual(kinds.map(() => 1))
  const ledger = readLedger(server.dataFolder)
  expect(ledger.jobs.map(({ state, charged }) => [state, charged])).toEqual(kinds.map(() => ['delivered', 1]))
  expect(ledger.moved('held', 'spent')).toBe(kinds.length)
})
