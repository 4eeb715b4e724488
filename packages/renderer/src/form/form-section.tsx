import type { FormRights } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { lazy, Suspense, useState } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { FormElement } from './elements/form-element.tsx'
import { ShownValuesContext, type ShownValues } from './elements/shown-values.ts'
import { useFormValues, type FormFacts } from './elements/use-form-values.ts'
import { FormField } from './form-field.tsx'
import { isPlacedField, type PlacedSection } from './form-sections.ts'
import { SystemField } from './system-field.tsx'
import { useHiddenElements } from './store/use-hidden-elements.ts'
import { useSectionState } from './store/use-section-state.ts'

export interface FormSectionProps extends PlacedSection, FormFacts {
  readonly formId: string
  readonly rights: FormRights
  readonly readOnly: boolean
  readonly autoFocus: string | undefined
}

const SectionList = lazy(async () => ({ default: (await import('./list/section-list.tsx')).SectionList }))

interface ItemsProps extends FormSectionProps {
  readonly label: string
  readonly shown: ShownValues
}

/** Fields, and what stands between them. */
function SectionItems({ label, shown, ...props }: ItemsProps) {
  const { form, items, formId, rights, titles, readOnly, autoFocus, system } = props
  const { locale } = useRenderer()
  const hidden = useHiddenElements()
  return items.map((item) => {
    if (!isPlacedField(item))
      return hidden.has(item.element.key) ? null : (
        <ShownValuesContext key={item.element.key} value={shown}>
          <FormElement element={item.element} span={item.width} />
        </ShownValuesContext>
      )
    const { field, width, isSystem } = item
    return isSystem ? (
      <SystemField key={field.key} field={field} values={system} titles={titles} span={width} />
    ) : (
      <FormField
        key={field.key}
        {...{ form, formId, field, rights, titles, readOnly }}
        span={width}
        autoFocus={autoFocus === field.key}
        hideLabel={field.type === 'lineItems' && localize(field.label, locale) === label}
      />
    )
  })
}

/** A titled block; opens by itself when something in it is wrong. */
export function FormSection(props: FormSectionProps) {
  const { section, items, formId, record } = props
  const { locale } = useRenderer()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const state = useSectionState(section, items)
  const shown = useFormValues(props)
  if (state === 'hidden') return null
  const open = state === 'wrong' || (chosen ?? section.collapsed !== true)
  const label = localize(section.label, locale)
  const body = `${formId}-section-${section.key}`
  return (
    <section className="pw-section" aria-label={label || undefined}>
      {label !== '' && (
        <h2 className="pw-section-title">
          <button type="button" aria-expanded={open} aria-controls={body} onClick={() => setChosen(!open)}>
            <Icon name={open ? 'down' : 'right'} />
            {label}
          </button>
        </h2>
      )}
      <div id={body} className="pw-section-body" data-columns={section.columns} hidden={!open}>
        <SectionItems {...props} label={label} shown={shown} />
      </div>
      {section.list !== undefined && open && (
        <Suspense fallback={null}>
          <SectionList list={section.list} record={record} />
        </Suspense>
      )}
    </section>
  )
}
