/** Longest wait for the pictures of all layers: they are on the screen, so the browser has them. */
const patienceMs = 2_000

/** Of several pictures that lie over each other (a texture, a photograph), the one with the most pixels. */
export async function largestLayer(layers: string[][]): Promise<string[]> {
  if (layers.length <= 1) return layers[0] ?? []
  const sizes = await Promise.all(layers.map(([address = '']) => pixelsOf(address)))
  return layers[sizes.indexOf(Math.max(...sizes))] ?? []
}

async function pixelsOf(address: string): Promise<number> {
  const image = new Image()
  image.src = address
  const late = new Promise<void>((resolve) => setTimeout(resolve, patienceMs))
  // One that cannot be loaded has no pixels.
  await Promise.race([image.decode().catch(() => undefined), late])
  return image.naturalWidth * image.naturalHeight
}
