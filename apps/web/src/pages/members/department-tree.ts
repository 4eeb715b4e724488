import type { Department } from '@pipewright/contract'

export interface DepartmentRow extends Department {
  readonly depth: number
}

/** The departments in order of the tree; those with a lost parent stand at the top. */
export function departmentTree(departments: readonly Department[]): DepartmentRow[] {
  const known = new Set(departments.map(({ id }) => id))
  const below = (parent: string | null, depth: number): DepartmentRow[] =>
    departments
      .filter((one) => (one.parent !== null && known.has(one.parent) ? one.parent : null) === parent)
      .sort((a, b) => a.name.localeCompare(b.name))
      .flatMap((one) => [{ ...one, depth }, ...below(one.id, depth + 1)])
  return below(null, 0)
}
