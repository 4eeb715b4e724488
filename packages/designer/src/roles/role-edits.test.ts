import { loadDefinition } from '@pipewright/metadata'
import { aRole, aSalesApp } from '@pipewright/metadata/builders'
import type { Role } from '@pipewright/schemas'
import { describe, expect, it } from 'vitest'
import {
  actions,
  commentAccessOf,
  newRole,
  scopeTypes,
  withAction,
  withComments,
  withScope,
} from './role-edits.ts'

const app = aSalesApp()
const form = app.forms[1]!
const rightOf = (role: Role) => role.forms.find((right) => right.form === form.key)
const loads = (role: Role) => 'definition' in loadDefinition({ ...app, roles: [...app.roles, role] })

describe('rights of a role', () => {
  it('come with every field and the own records when the first action is given', () => {
    const role = withAction(aRole({ key: 'guest' }), form, 'update', true)
    expect(rightOf(role)).toMatchObject({ actions: ['read', 'update'], scope: { type: 'own' } })
    expect(rightOf(role)?.write).toEqual(expect.arrayContaining(['amount', 'items', 'items.price']))
    expect(rightOf(role)?.read).toEqual(['total'])
    expect(loads(role)).toBe(true)
  })

  it('need reading for everything else, and are gone without it', () => {
    const role = withAction(aRole({ key: 'guest' }), form, 'export', true)
    expect(rightOf(role)?.actions).toEqual(['read', 'export'])
    expect(rightOf(withAction(role, form, 'read', false))).toBeUndefined()
    expect(rightOf(withAction(role, form, 'export', false))?.actions).toEqual(['read'])
  })

  it('stay a valid definition with every action and scope', () => {
    for (const action of actions)
      for (const scope of scopeTypes)
        expect(loads(withScope(withAction(newRole(app), form, action, true), form.key, scope))).toBe(true)
  })
})

it('how far comments are open is kept only where it is limited', () => {
  const role = withAction(newRole(app), form, 'read', true)
  const limited = withComments(role, form.key, 'read')
  expect([commentAccessOf(role, form.key), commentAccessOf(limited, form.key)]).toEqual(['write', 'read'])
  expect(withComments(limited, form.key, 'write')).toEqual(role)
})
