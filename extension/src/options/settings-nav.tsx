import { useEffect, useState } from 'react'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { Mark } from '../ui/mark'
import type { SettingsPlace } from './settings-places'

/** The list of sections; the one that is being read is marked. */
export function SettingsNav({ places }: { places: SettingsPlace[] }) {
  const here = usePlaceRead(places)
  return (
    <nav className="settings-nav" aria-label={t('settings_title')}>
      <p className="row settings-brand">
        <Mark />
        <span className="word">{t('extensionName')}</span>
      </p>
      <ul>
        {places.map(({ id, title, icon }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === here ? 'true' : undefined}>
              <Icon name={icon} />
              {t(title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How far below the top a section must begin to be the one that is read, as a share of the window. */
const readingLine = 0.3

/**
 * The last section that begins above the reading line. At the very end, where the last ones never come up to it: the one that
 * was gone to, else the last of all.
 */
function usePlaceRead(places: SettingsPlace[]): string | undefined {
  const [here, setHere] = useState(places[0]?.id)
  useEffect(() => {
    const gone = new AbortController()
    const look = () => {
      const line = innerHeight * readingLine
      const topOf = (id: string) => document.getElementById(id)?.getBoundingClientRect().top ?? Infinity
      const atEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 1
      const goneTo = places.find(({ id }) => `#${id}` === location.hash && topOf(id) >= 0)
      const begun = places.filter(({ id }) => topOf(id) <= line)
      setHere((atEnd ? (goneTo ?? places.at(-1)) : (begun.at(-1) ?? places[0]))?.id)
    }
    look()
    // What is opened in a section moves those below it, without a scroll.
    const grown = new ResizeObserver(look)
    grown.observe(document.body)
    addEventListener('scroll', look, { signal: gone.signal, passive: true })
    addEventListener('resize', look, { signal: gone.signal })
    return () => {
      gone.abort()
      grown.disconnect()
    }
  }, [places])
  return here
}
