import { useLate } from './use-late.ts'

/** The control of cells, which comes with the first that is reached. */
export function useCellControl(isWanted: boolean) {
  const late = useLate(() => import('./cell-editor.tsx'))
  return {
    Editor: late.part?.CellEditor ?? null,
    warm: () => {
      if (isWanted) late.warm()
    },
    need: (onLost: () => void) => late.use(() => undefined, onLost),
  }
}
