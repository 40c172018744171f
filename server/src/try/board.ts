import type { Pin } from './pins.ts'

const styles = `
* { box-sizing: border-box; margin: 0; } body { font: 400 15px/22px Arial, sans-serif; color: #222; background: #fff; }
header { display: flex; gap: 24px; align-items: center; min-height: 64px; padding: 0 32px; border-bottom: 1px solid #eee; }
header b { font-size: 20px; color: #a33a29; } nav { display: flex; gap: 16px; margin-left: auto; color: #444; }
.intro { max-width: 720px; padding: 24px 32px 8px; } h1, h2 { font-size: 24px; line-height: 32px; margin-bottom: 8px; } ol { padding-left: 20px; color: #444; }
.board { columns: 240px; column-gap: 16px; padding: 16px 32px 8px; } figure { break-inside: avoid; margin-bottom: 16px; }
img { width: 100%; object-fit: cover; border-radius: 16px; display: block; background: #eee; } figcaption { padding: 6px 4px; font-size: 14px; color: #444; }
.brief { max-width: 720px; padding: 8px 32px 48px; } .brief p { padding: 8px 0; font-size: 17px; line-height: 26px; }
`

/** The sample page's HTML: an ordinary design site that knows nothing of Toile. */
export function boardPage(pins: Pin[]): string {
  const figures = pins
    .map(
      (pin) =>
        `<figure><img id="${pin.name}" src="/try/pictures/${pin.name}.png" alt="${pin.caption}" style="height:${pin.height}px"><figcaption>${pin.caption}</figcaption></figure>`,
    )
    .join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Spring prints · moodboard</title><link rel="icon" href="data:,"><style>${styles}</style></head><body>
<header><b>moodboard</b><span>spring prints</span><nav aria-label="Boards"><span>Home</span><span>Boards</span></nav></header>
<main><section class="intro"><h1>Try Toile here</h1><ol><li>Right-click a picture and choose “Make variations…”.</li><li>Select a line of the brief, right-click it and choose “Make images from this text…”.</li></ol></section>
<div class="board">${figures}</div>
<section class="brief" aria-label="Brief"><h2>The brief</h2>
<p id="brief-floral">Large floral in dusty pink, ochre and sage on deep navy, half-drop</p>
<p id="brief-stripe">Breton stripes in navy on cream</p>
<p id="brief-tartan">Tartan in forest green, burgundy and mustard</p></section></main>
</body></html>`
}
