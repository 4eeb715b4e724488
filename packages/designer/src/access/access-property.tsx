import { isWritable } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Select } from 'antd'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import type { SheetSite } from '../inspector/sheets/sheet.ts'
import { useTexts } from '../texts/use-texts.ts'
import { accessEdit, accessOf, accessPaths, type FieldAccess } from './field-access.ts'

/** Who sees and who changes the field, role by role. */
export function AccessProperty({ field, site }: { readonly field: Field; readonly site: SheetSite }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const { roles } = useDefinition()
  const paths = accessPaths(field, site.lineItems)
  const [path = field.key] = paths
  const offered: FieldAccess[] = isWritable(field) ? ['none', 'read', 'write'] : ['none', 'read']
  return (
    <ul className="pwd-list">
      {roles.map((role) => {
        const name = read(role.label)
        const isFixed = role.admin === true || !role.forms.some(({ form }) => form === site.form)
        return (
          <li key={role.key} className="pwd-list-row">
            <span className="pwd-list-name">{name}</span>
            {isFixed ? (
              <span className="pwd-quiet">{t(role.admin === true ? 'access.admin' : 'access.noForm')}</span>
            ) : (
              <Select
                size="small"
                className="pwd-access"
                aria-label={t('access.of', { role: name })}
                value={accessOf(role, site.form, path)}
                options={offered.map((value) => ({ value, label: t(`access.${value}`) }))}
                onChange={(access: FieldAccess) => edit(accessEdit(role, site.form, paths, access))}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
