const hosts = 'toile-overlay, toile-pill'

/** Longest wait for the two frames: a page in the background draws none. */
const patienceMs = 250

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Hides or shows everything of Toile in this page; answers when the screen shows it so. */
export async function veil(on: boolean): Promise<null> {
  for (const host of document.querySelectorAll<HTMLElement>(hosts)) {
    host.style.setProperty('visibility', on ? 'hidden' : 'visible', 'important')
    host.style.setProperty('opacity', on ? '0' : '1', 'important')
  }
  await nextFrame()
  await nextFrame()
  return null
}
