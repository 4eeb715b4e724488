import type { Expression } from '@pipewright/schemas'
import { columnsOf, dependencies } from '@pipewright/logic'
import type { DefinitionIndex } from '@pipewright/metadata'
import { mayReadField, readableForm, readablePath } from './readable.ts'
import type { Rights } from './rights.ts'

/** What a reader may hear of. */
export interface MaskScope {
  readonly index: DefinitionIndex
  readonly rights: Rights
  form(key: string): boolean
  path(form: string, path: string, lineItems?: string): boolean
  /** Whether everything an expression mentions may be read; columns of line items seen from their row. */
  expression(form: string, expression: Expression | undefined, lineItems?: string): boolean
}

const contexts = new Set([
  '$me',
  '$department',
  '$team',
  '$departments',
  '$today',
  '$now',
  '$index',
  '$created',
  '$roles',
  '$device',
  '$isNew',
  '$option',
  '$member',
  '$memberDepartment',
  '$memberRoles',
])

export function maskScope(index: DefinitionIndex, rights: Rights): MaskScope {
  const path = (form: string, text: string, lineItems?: string) =>
    readablePath(index, rights, form, lineItems === undefined ? text : `${lineItems}.${text}`) !== undefined
  return {
    index,
    rights,
    form: (key) => Object.hasOwn(rights.forms, key),
    path,
    expression(form, expression, lineItems) {
      if (expression === undefined) return true
      if (!columnsOf(expression).every(([of = '', ...rest]) => path(of, rest.join('.')))) return false
      return dependencies(expression).every(([head = '', ...rest]) => {
        if (contexts.has(head)) return true
        if (head === '$record') return path(form, rest.join('.'))
        if (head === '$parent')
          return path(form, rest.join('.'), lineItems?.split('.').slice(0, -1).join('.'))
        if (head === '$old') return path(form, rest.join('.'), lineItems)
        return path(form, [head, ...rest].join('.'), lineItems)
      })
    },
  }
}

/** Own fields of a form that a reader may hear of, by path. */
export const knows = (scope: MaskScope, form: string, fieldPath: string): boolean => {
  const rights = Object.hasOwn(scope.rights.forms, form) ? scope.rights.forms[form] : undefined
  if (rights === undefined) return false
  return (
    mayReadField(rights, fieldPath) ||
    (readableForm(scope.rights, form) !== undefined && scope.path(form, fieldPath))
  )
}

/** Values per field of `target`, made of fields of `source`, as far as both sides may be known. */
export function knownValues(
  scope: MaskScope,
  source: string,
  target: string,
  values: Readonly<Record<string, Expression>>,
  prefix = '',
): Record<string, Expression> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([key, value]) => knows(scope, target, prefix + key) && scope.expression(source, value),
    ),
  )
}
