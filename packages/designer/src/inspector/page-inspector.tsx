import { isWritable, relatedName } from '@pipewright/metadata'
import type { Form, RelatedList } from '@pipewright/schemas'
import { Select } from 'antd'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

const nameOf = ({ form, field }: Pick<RelatedList, 'form' | 'field'>): string => `${form}.${field}`

/** Key facts, related lists and quick entry of the record page. */
export function PageInspector({ form }: { readonly form: Form }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, layout: openLayout } = useDesign()
  const index = useIndex()
  const { layout } = form
  const page = { type: 'setPage' as const, form: form.key }
  const sites = [
    ...index.relationsTo(form.key).filter(({ lineItems }) => lineItems === undefined),
    ...index.linksTo(form.key),
  ]
  const related = layout.related ?? []
  const setRelated = (names: readonly string[]) => {
    const lists = names.map((name): RelatedList => {
      const [target = '', ...path] = name.split('.')
      return related.find((one) => nameOf(one) === name) ?? { form: target, field: path.join('.') }
    })
    edit({ ...page, related: lists.length === 0 ? null : lists })
  }
  return (
    <PropertyGroup title={t('forms.page')}>
      <FieldListProperty
        label={t('forms.keyFacts')}
        help={t('forms.keyFactsHelp')}
        fields={form.fields.filter(({ type }) => type !== 'lineItems' && type !== 'attachment')}
        value={layout.keyFacts}
        most={8}
        onChange={(keys) => edit({ ...page, keyFacts: keys.length === 0 ? null : keys })}
      />
      <Property label={t('forms.related')} help={sites.length === 0 ? t('forms.noRelated') : undefined}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            className="pwd-full"
            disabled={sites.length === 0}
            value={related.map(nameOf)}
            options={sites.map((site) => ({
              value: nameOf({ form: site.form, field: site.field.key }),
              label: `${read(relatedName(index, { form: site.form, field: site.field.key }))} · ${read(site.field.label)}`,
            }))}
            onChange={setRelated}
          />
        )}
      </Property>
      {openLayout === null && (
        <FieldListProperty
          label={t('forms.quickCreate')}
          help={t('forms.quickCreateHelp')}
          fields={form.fields.filter((field) => isWritable(field))}
          value={layout.quickCreate}
          most={30}
          onChange={(keys) => edit({ ...page, quickCreate: keys.length === 0 ? null : keys })}
        />
      )}
    </PropertyGroup>
  )
}
