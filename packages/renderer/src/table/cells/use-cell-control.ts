import { useLate } from './use-late.ts'

/** The editor draws controls at once, so that no key is lost while one is coming. */
async function load() {
  const { CellEditor, loadAllControls } = await import('./cell-editor.tsx')
  await loadAllControls()
  return { CellEditor }
}

/** The control of cells, which comes with the first that is reached. */
export function useCellControl(isWanted: boolean) {
  const late = useLate(load)
  return {
    Editor: late.part?.CellEditor ?? null,
    warm: () => {
      if (isWanted) late.warm()
    },
    need: (onLost: () => void) => late.use(() => undefined, onLost),
  }
}
