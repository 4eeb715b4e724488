import type { RendererData } from '@pipewright/renderer'
import { useDesign } from '../environment/design-context.ts'
import { FieldsArea } from './fields-area.tsx'

/** The part of the app that is being designed. */
export function AreaContent({ preview, records }: { readonly preview: boolean; readonly records: RendererData }) {
  const { area } = useDesign()
  if (area === 'fields') return <FieldsArea preview={preview} records={records} />
  return null
}
