import greyIcon from 'url:../../assets/icon-offline.png'
import { badgeOf } from './badge'
import type { Standing } from './standing'

/** Which icon this worker has set: setting one takes the browser longer than all the rest. */
let isGrey: boolean | null = null

/** Shows where things stand in the toolbar, of every window. */
export async function paintBadge(standing: Standing): Promise<void> {
  const { text, colour, textColour, title, grey } = badgeOf(standing)
  await Promise.all([
    chrome.action.setBadgeText({ text }),
    chrome.action.setBadgeBackgroundColor({ color: colour }),
    chrome.action.setBadgeTextColor({ color: textColour }),
    chrome.action.setTitle({ title }),
    grey === isGrey ? null : setIcon(grey),
  ])
}

async function setIcon(grey: boolean): Promise<void> {
  await chrome.action.setIcon({ path: grey ? { 32: greyIcon } : ownIcons() })
  isGrey = grey
}

/** The manifest's icons by size. It names them from the extension's root, which is not the folder of the worker. */
function ownIcons(): Record<string, string> {
  const icons = Object.entries(chrome.runtime.getManifest().action?.default_icon ?? {})
  return Object.fromEntries(icons.map(([size, file]) => [size, `/${file}`]))
}
