import type { MemberField, MemberLimit, MembersField } from '@pipewright/schemas'
import { localize } from '@pipewright/metadata'
import { Select, Switch } from 'antd'
import { useDesign, useIndex } from '../../environment/design-context.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps } from './sheet.ts'

/** Without anything in it there is no limit. */
const kept = ({ roles = [], sameDepartment }: MemberLimit): MemberLimit | undefined =>
  roles.length === 0 && sameDepartment !== true
    ? undefined
    : { ...(roles.length > 0 && { roles }), ...(sameDepartment === true && { sameDepartment }) }

/** Who can be chosen: everybody, or members with a role or of the own department. */
export function MemberSheet({ field, change }: SheetProps<MemberField> | SheetProps<MembersField>) {
  const t = useTexts()
  const { locale } = useDesign()
  const { roles } = useIndex().definition
  const limit = field.limit ?? {}
  return (
    <>
      <Property label={t('inspector.limitRoles')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            className="pwd-full"
            placeholder={t('inspector.limitNone')}
            options={roles.map(({ key, label }) => ({ value: key, label: localize(label, locale) }))}
            value={limit.roles ?? []}
            onChange={(chosen: string[]) => change({ limit: kept({ ...limit, roles: chosen }) })}
          />
        )}
      </Property>
      <Property label={t('inspector.limitDepartment')} inline>
        {(id) => (
          <Switch
            id={id}
            size="small"
            checked={limit.sameDepartment === true}
            onChange={(sameDepartment) => change({ limit: kept({ ...limit, sameDepartment }) })}
          />
        )}
      </Property>
    </>
  )
}
