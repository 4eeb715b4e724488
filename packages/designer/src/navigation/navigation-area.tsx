import { makeKey } from '@pipewright/metadata'
import type { NavigationGroup } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { CurrencyProperty } from './currency-property.tsx'
import { GroupEditor } from './group-editor.tsx'
import { moveEntry, moveGroup, type Entry } from './navigation-edits.ts'
import { useEntryLook } from './use-entry-look.ts'

/** Forms, dashboards and views that no group holds yet. */
function useFree(groups: readonly NavigationGroup[]): readonly (Entry & { readonly name: string })[] {
  const { nameOf } = useEntryLook()
  const { forms, dashboards, views } = useDefinition()
  const held = new Set(groups.flatMap(({ items }) => items.map(({ type, key }) => `${type}.${key}`)))
  const all: readonly Entry[] = [
    ...forms.map(({ key }) => ({ type: 'form' as const, key })),
    ...dashboards.map(({ key }) => ({ type: 'dashboard' as const, key })),
    ...views.map(({ key }) => ({ type: 'view' as const, key })),
  ]
  return all
    .filter(({ type, key }) => !held.has(`${type}.${key}`))
    .map((entry) => ({ ...entry, name: nameOf(entry) }))
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
