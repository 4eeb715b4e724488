import { peopleFormOf } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { FieldRights } from './field-rights.tsx'
import type { RightsRowProps } from './rights-row-props.ts'
import { actions, scopeTypes, withAction, withOwners, withScope } from './role-edits.ts'

function ScopeCondition({ role, form }: RightsRowProps) {
  const t = useTexts()
  const { edit } = useDesign()
  const right = role.forms.find((one) => one.form === form.key)
  if (right?.scope.type !== 'condition') return null
  const label = t('roles.condition')
  return (
    <ConditionEditor
      form={form.key}
      label={label}
      value={right.scope.condition}
      onCommit={(condition) => {
        if (condition === null) return
        const changed = { ...right, scope: { type: 'condition' as const, condition } }
        edit({
          type: 'putRole',
          role: { ...role, forms: role.forms.map((one) => (one === right ? changed : one)) },
        })
      }}
    />
  )
}

/** Member fields whose people count as owners. */
function OwnerFields({ role, form }: RightsRowProps) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const right = role.forms.find((one) => one.form === form.key)
  const people = form.fields.filter((field) => peopleFormOf(field) === '_member')
  if (right?.scope.type !== 'own' || people.length === 0) return null
  return (
    <Select
      mode="multiple"
      size="small"
      className="pwd-full"
      aria-label={t('roles.owners', { form: read(form.label) })}
      placeholder={t('roles.ownersPlaceholder')}
      value={right.scope.fields ?? []}
      options={people.map(({ key, label }) => ({ value: key, label: read(label) }))}
      onChange={(fields: string[]) => edit({ type: 'putRole', role: withOwners(role, form.key, fields) })}
    />
  )
}

/** What the role may do with one form; its fields fold out. */
export function RightsRow({ role, form }: RightsRowProps) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const [open, setOpen] = useState(false)
  const right = role.forms.find((one) => one.form === form.key)
  const name = read(form.label)
  return (
    <>
      <tr>
        <td>
          {right === undefined ? (
            <span className="pwd-fold">{name}</span>
          ) : (
            <button type="button" className="pwd-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
              <Icon name={open ? 'down' : 'right'} /> {name}
            </button>
          )}
        </td>
        {actions.map((action) => (
          <td key={action}>
            <Checkbox
              aria-label={`${name}: ${t(`roles.${action}`)}`}
              checked={right?.actions.includes(action) === true}
              onChange={(event) =>
                edit({ type: 'putRole', role: withAction(role, form, action, event.target.checked) })
              }
            />
          </td>
        ))}
        <td>
          {right !== undefined && (
            <Select
              size="small"
              className="pwd-full"
              aria-label={t('roles.scopeOf', { form: name })}
              value={right.scope.type}
              options={scopeTypes.map((value) => ({ value, label: t(`roles.scope_${value}`) }))}
              onChange={(type) => edit({ type: 'putRole', role: withScope(role, form.key, type) })}
            />
          )}
          <OwnerFields role={role} form={form} />
        </td>
      </tr>
      {right !== undefined && (open || right.scope.type === 'condition') && (
        <tr>
          <td colSpan={8}>
            <ScopeCondition role={role} form={form} />
            {open && <FieldRights role={role} form={form} />}
          </td>
        </tr>
      )}
    </>
  )
}
