import { useEffect, useState } from 'react'
import { ask } from '../messages'
import { allowedOf, allowSites, forgetSite, type Site } from '../sites'
import { local } from '../storage'
import { useStored } from '../ui/use-stored'
import { sitesWith } from './own-sites'
import { siteAddress, siteAt } from './site-address'

export type AddNews = { at: 'idle' } | { at: 'added'; name: string } | { at: 'failed'; why: 'no-address' | 'refused' }

export interface Sites {
  all: Site[]
  isAllowed: (site: Site) => boolean
  /** Whether the designer added it, and so can take it off the list. */
  isOwn: (site: Site) => boolean
  /** From a click's own handler. */
  allow: (wanted: Site[]) => Promise<boolean>
  /** Gives the permission back; the site stays on the list. */
  forget: (site: Site) => Promise<unknown>
  /** Takes a site of the designer's own off the list, with its permission. */
  remove: (site: Site) => Promise<unknown>
  /** Adds a site by its address, and asks the browser for it; from a click's own handler. */
  add: (typed: string) => Promise<AddNews>
}

/** The sites, and which of them the browser allows; it follows changes made in the browser's own settings. */
export function useSites(): Sites {
  const own = useStored(local.ownSites)
  const [allowed, setAllowed] = useState(new Set<string>())
  useEffect(() => {
    let gone = false
    const look = () => {
      allowedOf(sitesWith(own ?? [])).then(
        (found) => gone || setAllowed(new Set(found.map(({ id }) => id))),
        (error: unknown) => console.info('Toile: not told which sites are allowed', error),
      )
    }
    look()
    chrome.permissions.onAdded.addListener(look)
    chrome.permissions.onRemoved.addListener(look)
    return () => {
      gone = true
      chrome.permissions.onAdded.removeListener(look)
      chrome.permissions.onRemoved.removeListener(look)
    }
  }, [own])
  return {
    all: sitesWith(own ?? []),
    isAllowed: ({ id }) => allowed.has(id),
    allow: allowSites,
    isOwn: ({ id }) => own?.includes(id) ?? false,
    forget: forgetSite,
    remove,
    add,
  }
}

async function remove(site: Site): Promise<void> {
  try {
    await forgetSite(site)
  } catch (error) {
    // What the extension was installed with cannot be given back; the list is the designer's all the same.
    console.info('Toile: the permission stays', error)
  }
  await ask('ui-bg-own-site', { address: site.id, kept: false })
}

async function add(typed: string): Promise<AddNews> {
  const address = siteAddress(typed)
  if (address === null) return { at: 'failed', why: 'no-address' }
  const site = siteAt(address)
  // First of all that is awaited: the browser shows its question only from within a click.
  if (!(await allowSites([site]))) return { at: 'failed', why: 'refused' }
  // One that Toile knows has its place on the list already.
  if (site.id === address) await ask('ui-bg-own-site', { address, kept: true })
  return { at: 'added', name: site.name }
}
