import { applyVariables } from '@pipewright/ui'
import { useLayoutEffect, useRef } from 'react'

/** Paper is white whatever the theme, and nothing behind it can be reached. */
export function usePaper() {
  const desk = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const root = document.getElementById('root')
    if (desk.current !== null) applyVariables(desk.current, 'light')
    root?.setAttribute('inert', '')
    return () => root?.removeAttribute('inert')
  }, [])
  return desk
}
