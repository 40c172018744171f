import { page, type Routes } from './answer.ts'

/** What is on the boards. */
export const painted = { left: '#5b2c6f', right: '#f4d03f', width: 600, height: 400 }
export const rendered = { left: '#0000ff', right: '#ffff00', width: 300, height: 200 }

/** A canvas application as Figma is one: everything is drawn, keys and right-clicks are its own, one board is the GPU's. */
export const board: Routes = {
  '/board': {
    body: page(
      `<canvas id="board" width="600" height="400" style="width: 300px; height: 200px"></canvas>
      <canvas id="gpu" width="300" height="200"></canvas>
      <canvas id="tainted" width="300" height="200"></canvas>
      <script>
        for (const type of ['keydown', 'keyup', 'keypress', 'contextmenu']) {
          addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation() }, true)
        }
        const pen = document.querySelector('#board').getContext('2d')
        pen.fillStyle = '${painted.left}'; pen.fillRect(0, 0, 300, 400)
        pen.fillStyle = '${painted.right}'; pen.fillRect(300, 0, 300, 400)
        const gl = document.querySelector('#gpu').getContext('webgl', { preserveDrawingBuffer: false })
        if (gl) {
          gl.enable(gl.SCISSOR_TEST)
          gl.scissor(0, 0, 150, 200); gl.clearColor(0, 0, 1, 1); gl.clear(gl.COLOR_BUFFER_BIT)
          gl.scissor(150, 0, 150, 200); gl.clearColor(1, 1, 0, 1); gl.clear(gl.COLOR_BUFFER_BIT)
        }
        const image = new Image()
        image.onload = () => {
          document.querySelector('#tainted').getContext('2d').drawImage(image, 0, 0, 300, 200)
          document.body.dataset.ready = 'yes'
        }
        image.src = '{{stranger}}/art/layered.png'
      </script>`,
      { title: 'Board' },
    ),
  },
}
