const windowSize = { width: 436, height: 860 }

/** Shows one image in a window of our own, with all that one can do with it. */
export async function openAlone(imageId: string): Promise<void> {
  const url = chrome.runtime.getURL(`sidepanel.html?image=${encodeURIComponent(imageId)}`)
  await chrome.windows.create({ type: 'popup', url, ...windowSize })
}

/** The image that this page was opened for alone; null where it shows the whole gallery at first. */
export function imageAlone(): string | null {
  return new URLSearchParams(location.search).get('image')
}
