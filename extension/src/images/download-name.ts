const longestName = 48

/** Words as part of a file's name: letters and digits, joined by hyphens, cut at the end of a word. */
function slug(text: string): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  const whole = (words ?? []).join('-')
  if (whole.length <= longestName) return whole
  const cut = whole.lastIndexOf('-', longestName)
  return whole.slice(0, cut > 0 ? cut : longestName)
}

const endings: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' }

/**
 * What a downloaded image is called: “toile-climbing-roses-3fa2-2.png”. `called` are words to call it by, best first; the
 * signs before the number tell generations of the same words apart.
 */
export function downloadName(image: { mime: string }, called: (string | null)[], generationId: string, index: number): string {
  const words = called.map((text) => slug(text ?? '')).find((name) => name !== '') ?? 'print'
  const mark = generationId
    .replace(/[^a-z0-9]/gi, '')
    .slice(-4)
    .toLowerCase()
  return `toile-${words}-${mark}-${index + 1}.${endings[image.mime] ?? 'png'}`
}
