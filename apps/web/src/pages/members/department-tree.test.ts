import { expect, test } from 'vitest'
import { departmentTree } from './department-tree.ts'

const department = (id: string, parent: string | null) => ({ id, name: id, parent, manager: null })

test('children follow their parent, orphans stand at the top', () => {
  const rows = departmentTree([
    department('b', null),
    department('a2', 'a'),
    department('a', null),
    department('x', 'gone'),
    department('a1', 'a'),
  ])
  expect(rows.map(({ id, depth }) => `${id}${depth}`)).toEqual(['a0', 'a11', 'a21', 'b0', 'x0'])
})
