const longestName = 48

/** The words of a prompt as part of a file's name: letters and digits, joined by hyphens. */
function slug(prompt: string): string {
  const words = prompt
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return (words ?? []).join('-').slice(0, longestName).replace(/-+$/, '')
}

const endings: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' }

/** What a downloaded image is called: “toile-climbing-roses-half-drop-2.png”. */
export function downloadName(image: { mime: string }, prompt: string, index: number): string {
  const words = slug(prompt) || 'print'
  return `toile-${words}-${index + 1}.${endings[image.mime] ?? 'png'}`
}
