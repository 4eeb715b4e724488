import type { RowColor } from '@pipewright/schemas'
import { useRenderer } from '../../environment/use-renderer.ts'
import { narrowedPaths } from '../narrowed-paths.ts'

/** The fields that have to be read for the colours of rows, beside the columns; those the reader cannot see are not. */
export function useColorPaths(form: string, colors: readonly RowColor[] = []): readonly string[] {
  const { index } = useRenderer()
  const named = new Set(colors.flatMap(({ when }) => [...narrowedPaths(when)]))
  return [...named].filter((path) => index.field(form, path) !== undefined)
}
