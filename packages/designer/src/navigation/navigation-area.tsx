import { makeKey } from '@pipewright/metadata'
import type { NavigationGroup } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { CurrencyProperty } from './currency-property.tsx'
import { GroupEditor } from './group-editor.tsx'
import { moveEntry, moveGroup, type Entry } from './navigation-edits.ts'

/** Forms and dashboards that no group holds yet. */
function useFree(groups: readonly NavigationGroup[]): readonly (Entry & { readonly label: string })[] {
  const read = useLocalized()
  const { forms, dashboards } = useDefinition()
  const held = new Set(groups.flatMap(({ items }) => items.map(({ type, key }) => `${type}.${key}`)))
  return [
    ...forms.map((form) => ({ type: 'form' as const, key: form.key, label: read(form.labelPlural) })),
    ...dashboards.map((one) => ({ type: 'dashboard' as const, key: one.key, label: read(one.label) })),
  ].filter(({ type, key }) => !held.has(`${type}.${key}`))
}

/** Name and currency of the app, and what members find at the left in which order. */
export function NavigationArea() {
  const t = useTexts()
  const { edit } = useDesign()
  const { name, navigation } = useDefinition()
  const free = useFree(navigation)
  const save = (groups: NavigationGroup[]) => edit({ type: 'setNavigation', navigation: groups })
  const add = () => {
    const key = makeKey('group', new Set(navigation.map((group) => group.key)))
    save([...navigation, { key, label: { en: 'New group', zh: '新分组' }, items: [] }])
  }
  return (
    <div className="pwd-split-detail pwd-alone">
      <div className="pwd-document">
        <PropertyGroup title={t('navigation.appName')}>
          <LocalizedInput
            label={t('navigation.appName')}
            value={name}
            onCommit={(next) => edit({ type: 'setName', name: next })}
          />
        </PropertyGroup>
        <CurrencyProperty />
        <PropertyGroup title={t('area.navigation')}>
          {navigation.map((group, position) => (
            <GroupEditor
              key={group.key}
              group={group}
              free={free}
              onChange={(next) => save(navigation.map((one) => (one.key === group.key ? next : one)))}
              onMove={(by) => save(moveGroup(navigation, position, by))}
              onMoveEntry={(item, by) => save(moveEntry(navigation, { group: position, item }, by))}
              onRemove={() => save(navigation.filter(({ key }) => key !== group.key))}
            />
          ))}
          <div>
            <Button icon={<Icon name="plus" />} onClick={add}>
              {t('navigation.addGroup')}
            </Button>
          </div>
        </PropertyGroup>
      </div>
    </div>
  )
}
