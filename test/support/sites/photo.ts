import { page, type Routes } from './answer.ts'

/** The simplest pages there are: a picture in several sizes, and words. */
export const photo: Routes = {
  '/photo': {
    body: page(
      '<img id="photo" src="/small.png" srcset="/small.png 450w, /large.png 900w" sizes="200px" width="200" alt="An evening">',
    ),
  },
  '/borrowed': {
    body: page('<img id="borrowed" src="{{stranger}}/large.png" width="450" alt="An evening, of another host">', {
      title: 'Mood',
    }),
  },
  '/brief': {
    body: page(
      '<p id="brief">Half-drop floral in coral and navy on cream</p><p id="cat">A cat on a sofa reading a newspaper</p>',
    ),
  },
}
