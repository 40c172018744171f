import { type Answer, page, type Routes } from './answer.ts'

const style = `<style>
  body { margin: 16px; font: 14px sans-serif; columns: 3; user-select: none; }
  .pin { position: relative; break-inside: avoid; margin-bottom: 16px; }
  .pin img { display: block; width: 100%; }
  .layer { position: absolute; inset: 0; background: linear-gradient(transparent, rgba(0, 0, 0, 0.2)); }
  .layer button { position: absolute; right: 8px; top: 8px; }
</style>`

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'

/**
 * A wall of pins as Pinterest has it: three columns, several sizes of each picture, blurred miniatures until it comes, a
 * layer over every pin, no right-click menu of the browser's, nothing to select or to drag, and more pins at the end for as
 * long as one scrolls.
 */
const pins: Answer = {
  body: page(
    `<div class="pin"><img id="pin" src="/art/pin-160.png" srcset="/art/pin-160.png 160w, /art/pin-320.png 320w, /art/pin.png 480w" sizes="160px" alt="Red"></div>
      <div class="pin" style="height: 220px"><img id="lazy" src="${dot}" data-src="/art/lazy.png" style="height: 220px" alt="Blue, to come"></div>
      <div class="pin"><img id="blurred" src="/art/tiny.png" data-srcset="/art/blurred-240.png 240w, /art/blurred.png 480w" height="240" style="filter: blur(8px)" alt="Green, blurred"></div>
      <div class="pin"><img id="layered" src="/art/layered.png" alt="Violet"><div class="layer" id="layer"><button>Save</button></div></div>
      <div class="pin"><img id="covered" src="/art/covered.png" alt="Orange"><img id="spacer" src="${dot}" style="position: absolute; inset: 0; height: 100%" alt=""></div>
      <div class="pin" id="passed"><img src="/art/passed.png" style="pointer-events: none" alt="Plum"></div>
      <div class="pin"><img id="marked" src="/art/marked.png" alt="Sea"><canvas id="marks" style="position: absolute; inset: 0; width: 100%; height: 100%"></canvas></div>
      <p id="end">More</p>
      <script>
        for (const type of ['contextmenu', 'selectstart', 'dragstart', 'mousedown']) {
          document.addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation() }, true)
        }
        let pages = 0
        new IntersectionObserver(([entry]) => {
          if (!entry.isIntersecting || pages++ > 20) return
          for (let i = 0; i < 10; i++) {
            const pin = document.createElement('div')
            pin.className = 'pin'
            pin.innerHTML = '<img loading="lazy" src="/art/noise.png" style="height: 180px" alt="One more">'
            document.body.insertBefore(pin, document.querySelector('#end'))
          }
        }).observe(document.querySelector('#end'))
      </script>`,
    { title: 'Autumn wall', head: style },
  ),
}

/** The wall without the pill, and with it. */
export const wall: Routes = { '/wall': pins, '/try/wall': pins }
