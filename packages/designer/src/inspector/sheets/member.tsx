import type { MemberField, MemberLimit, MembersField } from '@pipewright/schemas'
import { localize } from '@pipewright/metadata'
import { BOOLEAN, describeCondition } from '@pipewright/logic'
import { Select, Switch } from 'antd'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../../environment/design-context.ts'
import { FormulaEditor } from '../../formula/formula-editor.tsx'
import { memberScope } from '../../scope/member-scope.ts'
import { Property } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { SheetProps, SheetSite } from './sheet.ts'

/** Without anything in it there is no limit. */
const kept = ({ roles = [], sameDepartment, where }: MemberLimit): MemberLimit | undefined =>
  roles.length === 0 && sameDepartment !== true && where === undefined
    ? undefined
    : {
        ...(roles.length > 0 && { roles }),
        ...(sameDepartment === true && { sameDepartment }),
        ...(where !== undefined && { where }),
      }

/** A condition on the record and the member. */
function LimitCondition({
  site,
  limit,
  onChange,
}: {
  readonly site: SheetSite
  readonly limit: MemberLimit
  readonly onChange: (limit: MemberLimit | undefined) => void
}) {
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const scope = useMemo(() => memberScope(index, site, locale), [index, site, locale])
  const { where, ...rest } = limit
  return (
    <Property label={t('inspector.limitWhere')} help={t('inspector.limitWhereHelp')} group>
      {() => (
        <>
          <FormulaEditor
            label={t('inspector.limitWhere')}
            scope={scope}
            value={where}
            expected={BOOLEAN}
            placeholder={t('inspector.limitWherePlaceholder')}
            onCommit={(next) => onChange(kept({ ...rest, ...(next === undefined ? {} : { where: next }) }))}
          />
          {where !== undefined && (
            <p className="pwd-condition-said">{describeCondition(where, scope, locale)}</p>
          )}
        </>
      )}
    </Property>
  )
}

/** Who can be chosen: everybody, or members with a role, of the own department or who meet a condition. */
export function MemberSheet({ field, site, change }: SheetProps<MemberField> | SheetProps<MembersField>) {
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
      <LimitCondition site={site} limit={limit} onChange={(next) => change({ limit: next })} />
    </>
  )
}
