import { type ReactNode, useId, useRef } from 'react'
import { useAnnounce } from '../ui/announce'
import { useFocusKept } from '../ui/use-focus-kept'

/** A question in the place of the next step, before money is charged or something ends: what exactly will happen, then yes or no. */
export function AskedOnceMore({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useFocusKept(heading, 'asked')
  useAnnounce(text)
  return (
    <section className="shop-foot" aria-labelledby={id}>
      <h2 className="strong heading" id={id} tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p>{text}</p>
      {children}
    </section>
  )
}
