import type { Expression, Field, Form, Scope } from '@pipewright/schemas'
import type { Actor } from './actor.ts'
import type { Predicate } from './rights.ts'

const me: Expression = { var: '$me' }
const owner: Expression = { eq: [{ var: 'owner' }, me] }

/** Who is named in one of these fields owns the record as well. */
function ownPredicate(fields: readonly Field[]): Predicate {
  const named = fields.map(({ type, key }): Expression =>
    type === 'members' ? { in: [me, { var: key }] } : { eq: [{ var: key }, me] },
  )
  return named.length === 0 ? owner : { or: [owner, ...named] }
}

/** The rows a scope reaches, for this actor. */
export function scopePredicate(scope: Scope, actor: Actor, form: Form): Predicate {
  switch (scope.type) {
    case 'all':
      return true
    case 'own':
      return ownPredicate(form.fields.filter(({ key }) => scope.fields?.includes(key) === true))
    case 'department':
      return actor.departmentId === null ? false : { eq: [{ var: 'department' }, { var: '$department' }] }
    case 'departmentAndBelow':
      return actor.departmentTree.length === 0
        ? false
        : { in: [{ var: 'department' }, [...actor.departmentTree]] }
    case 'condition':
      return scope.condition
  }
}

/** Several roles reach what any of them reaches. */
export function eitherPredicate(a: Predicate, b: Predicate): Predicate {
  if (a === true || b === true) return true
  if (a === false) return b
  if (b === false || JSON.stringify(a) === JSON.stringify(b)) return a
  return { or: [a as Expression, b as Expression] }
}
