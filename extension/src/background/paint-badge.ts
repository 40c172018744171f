import greyIcon from 'url:../../assets/icon-offline.png'
import { badgeOf } from './badge'
import type { Standing } from './standing'

/** Shows where things stand in the toolbar, of every window. */
export async function paintBadge(standing: Standing): Promise<void> {
  const { text, colour, textColour, title, grey } = badgeOf(standing)
  const path = grey ? { 32: greyIcon } : chrome.runtime.getManifest().action?.default_icon
  await Promise.all([
    chrome.action.setBadgeText({ text }),
    chrome.action.setBadgeBackgroundColor({ color: colour }),
    chrome.action.setBadgeTextColor({ color: textColour }),
    chrome.action.setTitle({ title }),
    ...(path === undefined ? [] : [chrome.action.setIcon({ path })]),
  ])
}
