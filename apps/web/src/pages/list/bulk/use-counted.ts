import { useCount } from '@pipewright/renderer'

/** A number of records as lists say it: in full where it was counted, else about how many. */
export function useCounted(): (
  counted: { readonly count: number; readonly exact: boolean } | null,
) => string {
  const said = useCount()
  return (counted) => (counted === null ? '…' : said(counted.count, counted.exact))
}
