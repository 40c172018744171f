import { page, type Routes } from './answer.ts'

const style = `<style>
  body { margin: 16px; display: grid; grid-template-columns: repeat(3, 220px); gap: 16px; }
  #pseudo { position: relative; width: 180px; height: 150px; }
  #pseudo::before { content: ""; position: absolute; inset: 0; background: url(/art/pseudo.png) center / cover; }
  video, object, embed { width: 200px; height: 150px; }
</style>`

/** Shots as Dribbble has them: cards that are custom elements, in open and closed shadow roots, pictures of pseudo-elements, videos. */
export const shots: Routes = {
  '/shots': {
    body: page(
      `<div id="open"></div><div id="closed"></div><div id="pseudo"></div>
      <video id="video" autoplay muted></video><video id="poster" poster="/art/poster.png"></video>
      <input id="button" type="image" src="/art/button.png" width="160" height="120" alt="Like">
      <object id="object" data="/art/object.png" type="image/png"></object>
      <script>
        const card = (mode, name) => {
          const root = document.querySelector('#' + mode).attachShadow({ mode })
          root.innerHTML = '<div><img src="/art/' + name + '.png" style="width: 200px" alt=""></div>'
        }
        card('open', 'opened')
        card('closed', 'closed')
        const film = document.createElement('canvas')
        film.width = 320
        film.height = 240
        const pen = film.getContext('2d')
        setInterval(() => {
          pen.fillStyle = '#283747'; pen.fillRect(0, 0, 160, 240)
          pen.fillStyle = '#f0b27a'; pen.fillRect(160, 0, 160, 240)
        }, 50)
        document.querySelector('#video').srcObject = film.captureStream(20)
      </script>`,
      { title: 'Shots', head: style },
    ),
  },
}

/** What the video shows. */
export const filmed = { left: '#283747', right: '#f0b27a', width: 320, height: 240 }
