import { useControls } from '../controls/use-controls.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useEngines } from './engine/use-engines.ts'
import type { RecordFormProps } from './record-form-props.ts'

/** False until what only some forms need is here: engines of rules and checks, and the controls of its fields. */
export function useFormCode({ form, mode }: Pick<RecordFormProps, 'form' | 'mode'>): boolean {
  const { index } = useRenderer()
  const canRun = useEngines()
  const canEnter = useControls(mode === 'read' ? undefined : index.form(form)?.fields)
  return canRun && canEnter
}
