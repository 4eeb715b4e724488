import type { RecordAnswer } from '@pipewright/contract'
import { chooseLayout, withLayout } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useLayoutScene } from '../environment/use-layout-scene.ts'

/** The form by the layout that fits the record as it is stored. */
export function useRecordLayout(form: Form | undefined, { values }: RecordAnswer): Form | undefined {
  const scene = useLayoutScene()
  return useMemo(
    () => form && withLayout(form, chooseLayout(form, { ...scene, isNew: false, values })),
    [form, values, scene],
  )
}
