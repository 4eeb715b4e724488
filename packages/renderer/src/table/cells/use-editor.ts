import { useState, type ComponentType } from 'react'
import type { CellEditorProps } from './cell-editor.tsx'

/** The control of cells, which comes with the first that is reached. */
export function useEditor(isWanted: boolean): [ComponentType<CellEditorProps> | null, () => void] {
  const [Editor, setEditor] = useState<ComponentType<CellEditorProps> | null>(null)
  const warm = () => {
    if (Editor !== null || !isWanted) return
    void import('./cell-editor.tsx').then(({ CellEditor }) => setEditor(() => CellEditor))
  }
  return [Editor, warm]
}
