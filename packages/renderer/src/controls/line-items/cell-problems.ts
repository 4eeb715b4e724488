import { createContext, useContext } from 'react'

type Problems = ReadonlyMap<string, string> | undefined

/** Problems of the cells of a table, by pointer ("/0/price", "/0/parts/1/name"). */
export const CellProblemsContext = createContext<Problems>(undefined)

/** What is wrong in the rows inside a cell, by pointer inside that cell. */
export function useInnerProblems(row: number, column: string): Problems {
  const problems = useContext(CellProblemsContext)
  const start = `/${row}/${column}`
  const inner = [...(problems ?? [])].flatMap(([pointer, text]) =>
    pointer.startsWith(`${start}/`) ? [[pointer.slice(start.length), text] as const] : [],
  )
  return inner.length === 0 ? undefined : new Map(inner)
}
