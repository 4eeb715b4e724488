import type { FileInfo, RecordAnswer } from '@pipewright/contract'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { asTexts } from '../controls/control-attributes.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { valueAt } from '../table/column-of-path.ts'

const chunk = 50

/** The first picture of each record: files are asked for by the page, so that each is known once. */
export function usePictures(rows: readonly RecordAnswer[], key: string): ReadonlyMap<string, FileInfo> {
  const { data } = useRenderer()
  const pages = useMemo(() => {
    const chunks: string[][] = []
    for (let at = 0; at < rows.length; at += chunk)
      chunks.push(rows.slice(at, at + chunk).flatMap((row) => asTexts(valueAt(row, key))))
    return chunks.filter((ids) => ids.length > 0)
  }, [rows, key])
  const answers = useQueries({
    queries: pages.map((ids) => ({
      queryKey: ['files', ids],
      queryFn: () => data.listFiles(ids),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: (results) => results.flatMap((result) => result.data ?? []),
  })
  return useMemo(() => {
    const images = new Map(
      answers.filter(({ type }) => type.startsWith('image/')).map((file) => [file.id, file]),
    )
    return new Map(
      rows.flatMap((row) => {
        const first = asTexts(valueAt(row, key)).find((id) => images.has(id))
        const file = first === undefined ? undefined : images.get(first)
        return file === undefined ? [] : [[row.id, file] as const]
      }),
    )
  }, [answers, rows, key])
}
