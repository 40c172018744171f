import type { ReactNode } from 'react'

/** Settings that belong together: what they are about on the left, rows on the right. */
export function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="settings-section">
      <div>
        <h2 className="title">{title}</h2>
        <p className="quiet">{text}</p>
      </div>
      <div className="settings-card">{children}</div>
    </section>
  )
}

/** One setting. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="settings-row">{children}</div>
}
