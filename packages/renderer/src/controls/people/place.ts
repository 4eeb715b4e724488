import type { DepartmentName } from '@pipewright/contract'

/** The way to a department by names: "Sales / North". */
export function departmentPath(departments: readonly DepartmentName[], id: string): string {
  const names: string[] = []
  const seen = new Set<string>()
  let at = departments.find((one) => one.id === id)
  while (at !== undefined && !seen.has(at.id)) {
    seen.add(at.id)
    names.unshift(at.name)
    const { parent } = at
    at = departments.find((one) => one.id === parent)
  }
  return names.join(' / ')
}
