import { readerLanguage } from '../platform/reader-language.ts'
import { pins } from './pins.ts'
import { boardWords } from './words.ts'

const styles = `
* { box-sizing: border-box; margin: 0; } body { font: 400 15px/22px Arial, sans-serif; color: #222; background: #fff; }
header { display: flex; gap: 24px; align-items: center; min-height: 64px; padding: 0 32px; border-bottom: 1px solid #eee; }
header b { font-size: 20px; color: #a33a29; } nav { display: flex; gap: 16px; margin-left: auto; color: #444; }
.intro { max-width: 720px; padding: 24px 32px 8px; } h1, h2 { font-size: 24px; line-height: 32px; margin-bottom: 8px; } ol { padding-left: 20px; color: #444; }
.board { columns: 240px; column-gap: 16px; padding: 16px 32px 8px; } figure { break-inside: avoid; margin-bottom: 16px; }
img { width: 100%; object-fit: cover; border-radius: 16px; display: block; background: #eee; } figcaption { padding: 6px 4px; font-size: 14px; color: #444; }
.brief { max-width: 720px; padding: 8px 32px 48px; } .brief p { padding: 8px 0; font-size: 17px; line-height: 26px; }
`

/** The sample page's HTML in the reader's language: an ordinary design site that knows nothing of Toile. */
export function boardPage(acceptLanguage: string | undefined): string {
  const { language, locale } = readerLanguage(acceptLanguage)
  const words = boardWords[language]
  const figures = pins
    .map(({ name, height }) => {
      const caption = words.captions[name]
      return `<figure><img id="${name}" src="/try/pictures/${name}.png" alt="${caption}" style="height:${height}px"><figcaption>${caption}</figcaption></figure>`
    })
    .join('')
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${words.title}</title><link rel="icon" href="data:,"><style>${styles}</style></head><body>
<header><b>moodboard</b><span>${words.board}</span><nav aria-label="${words.boards}"><span>${words.home}</span><span>${words.boards}</span></nav></header>
<main><section class="intro"><h1>${words.heading}</h1><ol>${words.steps.map((step) => `<li>${step}</li>`).join('')}</ol></section>
<div class="board">${figures}</div>
<section class="brief" aria-label="${words.brief}"><h2>${words.brief}</h2>
<p id="brief-floral">${words.floral}</p>
<p id="brief-stripe">${words.stripe}</p>
<p id="brief-tartan">${words.tartan}</p></section></main>
</body></html>`
}
