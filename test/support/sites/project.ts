import { page, type Routes } from './answer.ts'
import { svgText } from './art.ts'

const policy = "default-src 'none'; img-src 'self' {{stranger}}; style-src 'unsafe-inline'"

/** A project's page as Behance has it: pictures in CSS, crops for other screens, and a policy that lets nothing else in. */
export const project: Routes = {
  '/project': {
    headers: { 'content-security-policy': policy },
    body: page(
      `<picture><source media="(min-width: 4000px)" srcset="/art/noise.png"><source srcset="/art/crop-320.png 320w, /art/crop.png 640w" sizes="320px"><img id="crop" src="/art/tiny.png" width="320" height="200" alt="A crop"></picture>
      <div id="cover" style="width: 300px; height: 190px; background: linear-gradient(rgba(0,0,0,.3), transparent), url(/art/noise.png) 0 0 / 20px no-repeat, url(/art/cover.png) center / cover"></div>
      <div id="far" style="width: 220px; height: 160px; background: url({{stranger}}/art/covered.png) center / cover"></div>
      <a href="/project"><div id="dense" style="width: 280px; height: 210px; background: image-set(url(/art/dense-280.png) 1x, url(/art/dense.png) 2x) center / cover"></div></a>
      <img id="vector" src="/drawing.svg" width="200" height="150" alt="A drawing">
      <img id="moved" src="/moved" width="190" height="150" alt="It moved">`,
      { title: 'Resort prints' },
    ),
  },
  '/drawing.svg': { type: 'image/svg+xml', body: svgText },
  '/moved': { status: 302, headers: { location: '/art/moved.png' }, body: '' },
}
