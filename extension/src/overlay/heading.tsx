import { type ReactNode, useEffect, useRef } from 'react'

/** The title of a view that has taken another's place: it takes the focus, which the button pressed before took with it. */
export function Heading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 className="title heading" tabIndex={-1} ref={heading}>
      {children}
    </h2>
  )
}
