import { downloadZip } from 'client-zip'
import { distinctFiles } from './distinct-names'
import { imageBytes } from './image-bytes'
import type { OwnImage } from './own-image'

/** Images fetched at a time: they are large, and a server has others to serve. */
const atOnce = 4

/** Several images as one file. Throws where one of them does not arrive: a zip with less in it than its button says helps nobody. */
export async function zipOf(images: OwnImage[]): Promise<Blob> {
  const names = distinctFiles(images.map(({ name }) => name))
  const files: { name: string; input: Blob; lastModified: Date }[] = []
  for (let at = 0; at < images.length; at += atOnce) {
    const some = images.slice(at, at + atOnce)
    const bytes = await Promise.all(some.map(imageBytes))
    for (const [i, input] of bytes.entries()) {
      const { createdAt } = some[i]?.image ?? { createdAt: 0 }
      files.push({ name: names[at + i] ?? `${at + i}`, input, lastModified: new Date(createdAt) })
    }
  }
  return downloadZip(files).blob()
}

/** What such a file is called: after its first image and how many there are. */
export function zipName(images: OwnImage[]): string {
  const first = images[0]?.name.replace(/(-\d+)?\.\w+$/, '') ?? 'toile'
  return `${first}-${images.length}.zip`
}
