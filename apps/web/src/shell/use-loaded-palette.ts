import { createElement, useEffect, useState, type ReactElement } from 'react'
import type { PaletteDialogProps } from './palette-dialog.tsx'

type Draw = (props: PaletteDialogProps) => ReactElement

let loaded: Draw | undefined

/** Draws the search, which is loaded when it is first opened; undefined until then. Throws when it cannot be loaded. */
export function useLoadedPalette(): Draw | undefined {
  const [state, setState] = useState<{ readonly draw?: Draw | undefined; readonly error?: Error }>({
    draw: loaded,
  })
  useEffect(() => {
    if (loaded !== undefined) return
    void import('./palette-dialog.tsx').then(
      ({ PaletteDialog }) => {
        loaded = (props) => createElement(PaletteDialog, props)
        setState({ draw: loaded })
      },
      (error: unknown) => setState({ error: error instanceof Error ? error : new Error(String(error)) }),
    )
  }, [])
  if (state.error !== undefined) throw state.error
  return state.draw
}
