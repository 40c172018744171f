/** The stores that take Toile. */
export const stores = ['chrome', 'edge', 'firefox'] as const
export type Store = (typeof stores)[number]

type Json = Record<string, unknown>

/** What only other browsers than the store's know. */
const foreignKeys: Record<Store, string[]> = {
  chrome: ['browser_specific_settings', 'sidebar_action'],
  edge: ['browser_specific_settings', 'sidebar_action'],
  firefox: ['minimum_chrome_version'],
}
const foreignPermissions: Record<Store, string[]> = { chrome: [], edge: [], firefox: ['sidePanel'] }

/** The only page that others may hold. The build also names the pill's styles, which the pill carries within itself. */
const framed = 'tabs/overlay.html'

function accessible(store: Store, resources: unknown): Json[] {
  if (!Array.isArray(resources)) throw new Error('The build names no page that others may hold')
  const kept = resources.filter(({ resources: named }: { resources: string[] }) => named.includes(framed))
  // Firefox gives each installation an address of its own anyway.
  return kept.map(({ use_dynamic_url, ...rest }: Json) => (store === 'firefox' ? rest : { ...rest, use_dynamic_url }))
}

/**
 * The built manifest as that store takes it: without the `key` that gives the unpacked build its fixed id (a store gives its
 * own), and without what is for other browsers.
 */
export function storeManifest(store: Store, { key: _key, ...built }: Json): Json {
  const permissions = Array.isArray(built.permissions) ? built.permissions : []
  const kept = Object.entries(built).filter(([name]) => !foreignKeys[store].includes(name))
  return {
    ...Object.fromEntries(kept),
    permissions: permissions.filter((name: string) => !foreignPermissions[store].includes(name)),
    web_accessible_resources: accessible(store, built.web_accessible_resources),
  }
}
