/** Longest wait for a frame: a page in the background draws none. */
const patienceMs = 250

/** Resolves as the next frame is drawn, after the page's own drawing for it. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
