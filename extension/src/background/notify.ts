/** What the system shows outside the browser's window: a title and a line below it. */
export interface Notification {
  title: string
  message: string
}

/** Shows it under `id`: said again under the same id it takes the place of the one before. Buttons and sounds are not Firefox's. */
export async function notify(id: string, { title, message }: Notification): Promise<void> {
  await chrome.notifications.create(id, { type: 'basic', iconUrl: iconAddress(), title, message })
}

/** The largest icon of the manifest, whose file name the build makes. */
function iconAddress(): string {
  const icons = Object.entries(chrome.runtime.getManifest().icons ?? {})
  const [largest] = icons.sort(([a], [b]) => Number(b) - Number(a))
  return chrome.runtime.getURL(largest?.[1] ?? '')
}
