import type { Division } from './divisions.ts'
import { divisionsTable } from './divisions-table.ts'

function split(entry: string, above: string): { readonly code: string; readonly name: string } {
  const digits = /^\d+/.exec(entry)?.[0] ?? ''
  const own = digits.length === 6 ? digits : above + digits
  return { code: own.padEnd(6, '0'), name: entry.slice(digits.length) }
}

function city(entry: string, province: string): Division {
  const [head = '', districts = ''] = entry.split(':')
  const own = split(head, province)
  const children = districts === '' ? [] : districts.split(',')
  return {
    ...own,
    children: children.map((district) => ({ ...split(district, own.code.slice(0, 4)), children: [] })),
  }
}

function province(line: string): Division {
  const [head = '', ...cities] = line.split(';')
  const own = split(head, '')
  return { ...own, children: cities.map((entry) => city(entry, own.code.slice(0, 2))) }
}

/** All divisions of China down to districts and counties. */
export const chinaDivisions: readonly Division[] = divisionsTable.split('\n').map(province)
