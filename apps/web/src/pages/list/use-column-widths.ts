import { keptValue } from '../../places/kept-value.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'

type Widths = Readonly<Record<string, number>>

const areWidths = (value: unknown): value is Widths =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((width) => typeof width === 'number')

const kept = keptValue<Widths>('pipewright.widths.', {}, areWidths)

/** Widths of columns as this member drew them. */
export function useColumnWidths(form: string): [Widths, (path: string, width: number) => void] {
  const key = `${useWorkspace().member.id}.${form}`
  const widths = kept.use(key)
  return [widths, (path, width) => kept.write(key, { ...kept.read(key), [path]: Math.round(width) })]
}
