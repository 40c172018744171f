import { page, type Routes } from './answer.ts'

/** What the drawing in the page shows, by its style sheet and by what it refers to. */
export const inlined = { left: '#212f3c', right: '#e59866', width: 200, height: 150 }

const style = `<style>
  .first { fill: ${inlined.left}; } .second { fill: url(#tone); }
  iframe { width: 320px; height: 240px; border: 6px solid #ccc; }
</style>`

const fonts = `<svg width="0" height="0" style="position: absolute"><defs>
  <linearGradient id="tone"><stop stop-color="${inlined.right}"/><stop offset="1" stop-color="${inlined.right}"/></linearGradient>
  <symbol id="half" viewBox="0 0 100 150"><rect class="second" width="100" height="150"/></symbol></defs></svg>`

/** An editor as Canva is one: the work stands in frames of other hosts, in drawings, and in addresses that only this page knows. */
export const editor: Routes = {
  '/editor': {
    body: page(
      `${fonts}<svg id="inline" width="200" height="150" viewBox="0 0 200 150"><rect class="first" width="100" height="150"/><use href="#half" x="100" width="100" height="150"/></svg>
      <svg id="holder" width="180" height="140"><image id="inside" href="/art/inside.png" width="180" height="140"/></svg>
      <img id="data" width="150" alt=""><img id="blob" width="150" alt=""><img id="let-go" width="150" alt="">
      <iframe id="same" src="/frame"></iframe><iframe id="cross" src="{{other}}/frame?cross"></iframe><iframe src="{{other}}/sealed"></iframe>
      <script>
        const half = (left, right, edge) => {
          const canvas = document.createElement('canvas')
          canvas.width = canvas.height = edge
          const pen = canvas.getContext('2d')
          pen.fillStyle = left; pen.fillRect(0, 0, edge, edge)
          pen.fillStyle = right; pen.fillRect(edge / 2, 0, edge / 2, edge)
          return canvas
        }
        document.querySelector('#data').src = half('#0b5345', '#fdebd0', 260).toDataURL('image/png')
        half('#424949', '#f5cba7', 270).toBlob((file) => { document.querySelector('#blob').src = URL.createObjectURL(file) })
        half('#6e2c00', '#d5f5e3', 280).toBlob((file) => {
          const image = document.querySelector('#let-go')
          image.onload = () => { URL.revokeObjectURL(image.src); document.body.dataset.ready = 'yes' }
          image.src = URL.createObjectURL(file)
        })
      </script>`,
      { title: 'Editor', head: style },
    ),
  },
  '/sealed': {
    body: page(
      `<div id="sealed" style="width: 200px; height: 150px; background: url({{stranger}}/art/covered.png) center / 200px 150px"></div>`,
      { title: 'Page 2 of 3' },
    ),
  },
  '/frame': {
    body: page(`<img id="framed" src="/art/framed.png" style="display: block; width: 280px" alt="">`, { title: 'Page 1 of 3' }),
  },
}

/** The pictures that only the page knows the addresses of. */
export const inData = { left: '#0b5345', right: '#fdebd0', width: 260, height: 260 }
export const inBlob = { left: '#424949', right: '#f5cba7', width: 270, height: 270 }
export const letGo = { left: '#6e2c00', right: '#d5f5e3', width: 280, height: 280 }
