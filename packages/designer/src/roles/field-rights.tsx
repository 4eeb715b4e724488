import { isWritable } from '@pipewright/metadata'
import { Select } from 'antd'
import { accessEdit, accessOf, accessPaths, type FieldAccess } from '../access/field-access.ts'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { RightsRowProps } from './rights-row-props.ts'
import { commentAccessOf, withComments, type CommentAccess } from './role-edits.ts'

function CommentRights({ role, form }: RightsRowProps) {
  const t = useTexts()
  const { edit } = useDesign()
  return (
    <div className="pwd-list-row">
      <span className="pwd-list-name">{t('roles.comments')}</span>
      <Select
        size="small"
        className="pwd-access"
        aria-label={t('roles.accessTo', { field: t('roles.comments') })}
        value={commentAccessOf(role, form.key)}
        options={(['none', 'read', 'write'] as const).map((value) => ({
          value,
          label: t(`roles.comments_${value}`),
        }))}
        onChange={(access: CommentAccess) =>
          edit({ type: 'putRole', role: withComments(role, form.key, access) })
        }
      />
    </div>
  )
}

/** What the role may read and change of a form, and how far comments are open to it. */
export function FieldRights({ role, form }: RightsRowProps) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  return (
    <div className="pwd-field-access">
      <CommentRights role={role} form={form} />
      {form.fields.map((field) => (
        <div key={field.key} className="pwd-list-row">
          <span className="pwd-list-name">{read(field.label)}</span>
          <Select
            size="small"
            className="pwd-access"
            aria-label={t('roles.accessTo', { field: read(field.label) })}
            value={accessOf(role, form.key, field.key)}
            options={(isWritable(field)
              ? (['none', 'read', 'write'] as const)
              : (['none', 'read'] as const)
            ).map((value) => ({
              value,
              label: t(`access.${value}`),
            }))}
            onChange={(access: FieldAccess) => edit(accessEdit(role, form.key, accessPaths(field), access))}
          />
        </div>
      ))}
    </div>
  )
}
