import type { FileInfo } from '@pipewright/contract'
import { useQuery } from '@tanstack/react-query'
import { useRenderer } from '../../environment/use-renderer.ts'

/** Name, size and kind of files, as far as the reader may see them. */
export function useFiles(ids: readonly string[]): readonly FileInfo[] {
  const { data } = useRenderer()
  const files = useQuery({
    queryKey: ['files', ...ids],
    queryFn: () => data.listFiles(ids),
    enabled: ids.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  })
  return (files.data ?? []).filter((file) => ids.includes(file.id))
}
