import type { ElementOf } from '@pipewright/metadata'
import type { LocalizedText } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../../environment/design-context.ts'
import { LocalizedInput } from '../../parts/localized-input.tsx'
import { Property, PropertyGroup } from '../../parts/property.tsx'
import { SelectProperty } from '../../parts/select-property.tsx'
import { ConditionEditor } from '../../rules/condition-editor.tsx'
import { ruleScope } from '../../scope/rule-scope.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { ElementSheetProps } from '../element-sheet.ts'
import { ActionsEditor } from './actions-editor.tsx'

type Button = ElementOf<'button'>

const looks = ['plain', 'primary', 'danger', 'link'] as const

/** The element with a property, or without it where that says nothing. */
function withText(element: Button, name: 'confirm' | 'done', text: LocalizedText): Button {
  const { [name]: _, ...rest } = element
  return Object.keys(text).length === 0 ? rest : { ...rest, [name]: text }
}

function Words({ element, change }: ElementSheetProps<'button'>) {
  const t = useTexts()
  return (['confirm', 'done'] as const).map((name) => (
    <Property key={name} label={t(`elements.${name}`)} group>
      {() => (
        <LocalizedInput
          label={t(`elements.${name}`)}
          value={element[name]}
          onCommit={(text) => change(withText(element, name, text))}
        />
      )}
    </Property>
  ))
}

function Enabled({ form, element, change }: ElementSheetProps<'button'>) {
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const scope = useMemo(() => ruleScope(index, { form: form.key }, locale), [index, form.key, locale])
  const { enabled = null, ...rest } = element
  return (
    <PropertyGroup title={t('elements.enabled')}>
      <ConditionEditor
        form={form.key}
        label={t('elements.enabled')}
        value={enabled}
        text={t('elements.alwaysEnabled')}
        scope={scope}
        onCommit={(next) => change(next === null ? rest : { ...rest, enabled: next })}
      />
    </PropertyGroup>
  )
}

/** What a button says, looks like and does. */
export function ButtonSheet(props: ElementSheetProps<'button'>) {
  const { form, element, change } = props
  const t = useTexts()
  return (
    <>
      <Property label={t('elements.button')} group>
        {() => (
          <LocalizedInput
            label={t('elements.button')}
            value={element.label}
            onCommit={(label) => Object.keys(label).length > 0 && change({ ...element, label })}
          />
        )}
      </Property>
      <SelectProperty
        label={t('elements.look')}
        value={element.look ?? 'plain'}
        options={looks.map((value) => ({ value, label: t(`elements.look_${value}`) }))}
        onCommit={(look) => {
          const { look: _, ...rest } = element
          change(look === 'plain' ? rest : { ...rest, look })
        }}
      />
      <ActionsEditor
        form={form}
        actions={element.actions}
        onChange={(actions) => change({ ...element, actions })}
      />
      <Words {...props} />
      <Enabled {...props} />
    </>
  )
}
