import type { FormRights, Values } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { lazy, Suspense, useState } from 'react'
import type { Titles } from '../controls/field-control.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { FormField } from './form-field.tsx'
import type { PlacedSection } from './form-sections.ts'
import { SystemField } from './system-field.tsx'
import { useSectionState } from './store/use-section-state.ts'

export interface FormSectionProps extends PlacedSection {
  readonly form: string
  readonly formId: string
  readonly rights: FormRights
  readonly titles: Titles
  readonly readOnly: boolean
  readonly autoFocus: string | undefined
  readonly system: Values
  /** Id of the record; none while it is new. */
  readonly record: string | undefined
}

const SectionList = lazy(async () => ({ default: (await import('./list/section-list.tsx')).SectionList }))

/** A titled block; opens by itself when something in it is wrong. */
export function FormSection({
  form: formKey,
  section,
  fields,
  formId,
  rights,
  titles,
  readOnly,
  autoFocus,
  system,
  record,
}: FormSectionProps) {
  const { locale } = useRenderer()
  const [chosen, setChosen] = useState<boolean | null>(null)
  const state = useSectionState(section, fields)
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
        {fields.map(({ field, width, isSystem }) =>
          isSystem ? (
            <SystemField key={field.key} field={field} values={system} titles={titles} span={width} />
          ) : (
            <FormField
              key={field.key}
              form={formKey}
              formId={formId}
              field={field}
              rights={rights}
              titles={titles}
              readOnly={readOnly}
              span={width}
              autoFocus={autoFocus === field.key}
              hideLabel={field.type === 'lineItems' && localize(field.label, locale) === label}
            />
          ),
        )}
      </div>
      {section.list !== undefined && open && (
        <Suspense fallback={null}>
          <SectionList list={section.list} record={record} />
        </Suspense>
      )}
    </section>
  )
}
