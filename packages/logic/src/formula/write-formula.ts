import type { Expression } from '../expression.ts'
import type { Scope } from '../scope.ts'
import { valueOfWord } from './function-names.ts'
import { parseFormula } from './parse-formula.ts'
import { NAME, printFormula } from './print-formula.ts'
import { resolveField } from './resolve-field.ts'

const keyed = (path: readonly string[]): string =>
  path
    .map((name) =>
      NAME.test(name) && (path.length > 1 || valueOfWord(name) === undefined) ? name : `[${name}]`,
    )
    .join('.')

/** How a field is written so that it is read again as that field: by its label where no other has it, else by its key. */
export function writeField(path: readonly string[], scope: Scope): string {
  const key = path.join('.')
  const label = scope
    .fields()
    .find((field) => field.path.join('.') === key)
    ?.label.trim()
  if (label === undefined || label === '' || /[[\]]/.test(label)) return keyed(path)
  const resolved = resolveField([label], scope)
  if (!('path' in resolved) || resolved.path.join('.') !== key) return keyed(path)
  return NAME.test(label) && valueOfWord(label) === undefined ? label : `[${label}]`
}

/** Formula text of an expression as people write it, fields by their labels; it is read as the same expression. */
export function writeFormula(expression: Expression, scope: Scope): string | undefined {
  const written = new Map<string, string>()
  const text = printFormula(expression, (path) => {
    const key = path.join('.')
    const known = written.get(key) ?? writeField(path, scope)
    written.set(key, known)
    return known
  })
  if (text === undefined) return undefined
  const again = parseFormula(text, scope).expression
  return JSON.stringify(again) === JSON.stringify(expression) ? text : printFormula(expression)
}
