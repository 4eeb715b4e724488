import { useQuery } from '@tanstack/react-query'
import { useRenderer } from '../environment/use-renderer.ts'
import { readFile } from './read-file.ts'

/** Content of a file from the address it is downloaded from; nothing of it is kept after the preview. */
export function useFileContent(id: string, most?: number) {
  const { data } = useRenderer()
  return useQuery({
    queryKey: ['file-content', id, most ?? null],
    queryFn: ({ signal }) => readFile(data.fileUrl(id), most, signal),
    gcTime: 0,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
}
