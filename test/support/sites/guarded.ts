import type { Answer, Routes } from './answer.ts'
import { page } from './answer.ts'
import { art, drawArt } from './art.ts'

const refused: Answer = { status: 403, type: 'text/plain', body: 'Not from here' }
const [hotlinked, guarded] = await Promise.all([drawArt(art.hotlinked), drawArt(art.guarded)])

/** A host of pictures that gives them to its own pages only, and to whoever is signed in. */
export const guardedPictures: Routes = {
  '/protected': {
    headers: { 'set-cookie': 'visitor=1; Path=/; SameSite=Lax' },
    body: page(
      `<img id="hotlinked" src="{{other}}/hotlinked.png" width="300" height="300" alt=""><img id="guarded" src="/guarded.png" width="250" alt="">`,
      { title: 'Members' },
    ),
  },
  '/hotlinked.png': ({ headers }) =>
    headers.referer?.startsWith('http://127.0.0.1') ? { type: 'image/png', body: hotlinked } : refused,
  '/guarded.png': ({ headers }) => (headers.cookie?.includes('visitor=1') ? { type: 'image/png', body: guarded } : refused),
}
