import type { ReactNode } from 'react'
import { number } from '../ui/i18n'

/** One of the three steps: its number, what it is about, and what one does. */
export function Step({ place, title, text, children }: { place: number; title: string; text: string; children: ReactNode }) {
  return (
    <section className={`step step-${place}`}>
      <span className="step-number" aria-hidden="true">
        {number(place)}
      </span>
      <h2 className="title">{title}</h2>
      <p className="step-text quiet">{text}</p>
      <div className="step-do">{children}</div>
    </section>
  )
}
