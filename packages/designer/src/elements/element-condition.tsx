import type { Form, LayoutElement } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { PropertyGroup } from '../parts/property.tsx'
import { AudienceEditor } from '../rules/audience-editor.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { joinCondition, splitCondition } from '../rules/rule-audience.ts'
import { ruleScope } from '../scope/rule-scope.ts'
import { useTexts } from '../texts/use-texts.ts'

export interface ElementConditionProps {
  readonly form: Form
  readonly element: LayoutElement
  readonly change: (element: LayoutElement) => void
}

/** When an element is shown: what it asks of the record, and for whom, on what and for which records. */
export function ElementCondition({ form, element, change }: ElementConditionProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const index = useIndex()
  const scope = useMemo(() => ruleScope(index, { form: form.key }, locale), [index, form.key, locale])
  const { when: old, ...rest } = element
  const { audience, rest: asked } = splitCondition(old ?? null)
  const commit = (when: LayoutElement['when']) =>
    change((when === null || when === undefined ? rest : { ...rest, when }) as LayoutElement)
  return (
    <PropertyGroup title={t('elements.when')}>
      <ConditionEditor
        form={form.key}
        label={t('elements.when')}
        value={asked}
        text={t('elements.always')}
        scope={scope}
        whole={old ?? null}
        onCommit={(next) => commit(joinCondition(audience, next))}
      />
      <AudienceEditor value={audience} onChange={(next) => commit(joinCondition(next, asked))} />
    </PropertyGroup>
  )
}
