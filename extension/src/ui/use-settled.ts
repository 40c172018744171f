import { useEffect, useState } from 'react'

/** A value as it is once it has not changed for so many ms; empty before it changed at all. */
export function useSettled(value: string, afterMs: number): string {
  const [first] = useState(value)
  const [settled, setSettled] = useState('')
  useEffect(() => {
    if (value === first && settled === '') return
    const timer = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(timer)
  }, [value, first, settled, afterMs])
  return settled
}
