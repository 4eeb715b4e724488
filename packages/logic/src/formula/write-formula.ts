import type { Expression } from '../expression.ts'
import type { LabelledScope, Scope } from '../scope.ts'
import { valueOfWord } from './function-names.ts'
import { withOptionNames } from './option-names.ts'
import { parseFormula } from './parse-formula.ts'
import { NAME, printFormula } from './print-formula.ts'
import { columnScope, isSelf, resolveColumn, resolveField } from './resolve-field.ts'

const keyed = (path: readonly string[]): string =>
  path
    .map((name) =>
      NAME.test(name) && (path.length > 1 || valueOfWord(name) === undefined) ? name : `[${name}]`,
    )
    .join('.')

const quoted = (label: string): string =>
  NAME.test(label) && valueOfWord(label) === undefined && !isSelf([label]) ? label : `[${label}]`

/** How a field is written so that it is read again as that field: by its label where no other has it, else by its key. */
export function writeField(path: readonly string[], scope: Scope): string {
  const key = path.join('.')
  if (key === 'id' && !scope.resolve(['this']) && scope.resolve(['id'])) return 'this'
  const label = scope
    .fields()
    .find((field) => field.path.join('.') === key)
    ?.label.trim()
  if (label === undefined || label === '' || /[[\]]/.test(label)) return keyed(path)
  const resolved = resolveField([label], scope)
  if (!('path' in resolved) || resolved.path.join('.') !== key) return keyed(path)
  return quoted(label)
}

/** How a column of another form is written, by labels where they are clear. */
export function writeColumn(path: readonly string[], scope: Scope): string {
  const [key = '', ...rest] = path
  const form = scope.forms?.().find((one) => one.key === key)
  if (form === undefined) return keyed(path)
  const name = form.names.find((one) => !/[[\]]/.test(one) && 'path' in resolveColumn([one], scope))
  const called = name === undefined ? keyed([key]) : quoted(name)
  return `${called}.${writeField(rest, columnScope(form, scope))}`
}

/** Formula text of an expression as people write it, fields and options by their labels; it is read as the same expression. */
export function writeFormula(expression: Expression, scope: LabelledScope): string | undefined {
  const written = new Map<string, string>()
  const text = printFormula(withOptionNames(expression, scope), (path, isColumn) => {
    const key = `${isColumn ? 'column ' : ''}${path.join('.')}`
    const known = written.get(key) ?? (isColumn ? writeColumn : writeField)(path, scope)
    written.set(key, known)
    return known
  })
  if (text === undefined) return undefined
  const again = parseFormula(text, scope).expression
  return JSON.stringify(again) === JSON.stringify(expression) ? text : printFormula(expression)
}
