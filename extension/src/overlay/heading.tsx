import { type ReactNode, useRef } from 'react'
import { useFocusKept } from '../ui/use-focus-kept'

/** The title of a view: it takes the focus where the button that led to `view` took it away with itself. */
export function Heading({ view, children }: { view: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useFocusKept(heading, view)
  return (
    <h2 className="title heading" tabIndex={-1} ref={heading}>
      {children}
    </h2>
  )
}
