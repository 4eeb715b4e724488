import { fieldTypes, isEntered, localize, takesPlaceholder } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Switch } from 'antd'
import { AccessProperty } from '../access/access-property.tsx'
import { useDesign } from '../environment/design-context.ts'
import { LabelProperty } from '../parts/label-property.tsx'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { PrintedColumns } from '../layouts/printed-columns.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { DefaultProperty } from './default-property.tsx'
import { FieldHead } from './field-head.tsx'
import { FieldRulesList } from './field-rules-list.tsx'
import { FieldUses } from './field-uses.tsx'
import { RequiredProperty } from './required-property.tsx'
import { FieldSheet, hasSheet } from './sheets/index.ts'
import type { SheetSite } from './sheets/sheet.ts'
import { TotalsProperty } from './totals-property.tsx'
import { useFieldChange } from './use-field-change.ts'
import { useRename } from './use-rename.ts'
import { useRemoveField } from './use-remove-field.ts'
import { WidthProperty } from './width-property.tsx'

export interface FieldInspectorProps {
  readonly form: Form
  readonly field: Field
  readonly site: SheetSite
}

function Constraints({ form, field, site }: FieldInspectorProps) {
  const t = useTexts()
  const change = useFieldChange(site, field.key)
  const isColumn = site.lineItems !== undefined
  return (
    <>
      {isEntered(field) &&
        (isColumn ? (
          <Property label={t('inspector.required')} inline>
            {(id) => (
              <Switch
                id={id}
                size="small"
                checked={'required' in field && field.required === true}
                onChange={(required) => change({ required: required ? true : undefined })}
              />
            )}
          </Property>
        ) : (
          <RequiredProperty form={form} field={field} />
        ))}
      {fieldTypes[field.type].canBeUnique && !isColumn && (
        <Property label={t('inspector.unique')} inline>
          {(id) => (
            <Switch
              id={id}
              size="small"
              checked={'unique' in field && field.unique === true}
              onChange={(unique) => change({ unique: unique ? true : undefined })}
            />
          )}
        </Property>
      )}
      <DefaultProperty field={field} site={site} onCommit={(value) => change({ default: value })} />
    </>
  )
}

function Basics({ form, field, site }: FieldInspectorProps) {
  const t = useTexts()
  const rename = useRename(form, field, site)
  const change = useFieldChange(site, field.key)
  return (
    <PropertyGroup title={t('inspector.basics')}>
      <LabelProperty value={field.label} onCommit={rename} />
      <Property label={t('inspector.help')} group>
        {() => (
          <LocalizedInput
            label={t('inspector.help')}
            value={field.help}
            onCommit={(help) => change({ help: Object.keys(help).length === 0 ? undefined : help })}
          />
        )}
      </Property>
      {takesPlaceholder(field) && (
        <Property label={t('inspector.placeholder')} group>
          {() => (
            <LocalizedInput
              label={t('inspector.placeholder')}
              value={field.placeholder}
              onCommit={(text) => change({ placeholder: Object.keys(text).length === 0 ? undefined : text })}
            />
          )}
        </Property>
      )}
    </PropertyGroup>
  )
}

/** The property sheet of a field or column. */
export function FieldInspector(props: FieldInspectorProps) {
  const { form, field, site } = props
  const t = useTexts()
  const { locale, layout } = useDesign()
  const change = useFieldChange(site, field.key)
  const remove = useRemoveField(form, field, site)
  const uses = {
    form: form.key,
    field: field.key,
    ...(site.lineItems === undefined ? {} : { lineItems: site.lineItems }),
  }
  return (
    <>
      <FieldHead field={field} site={site} />
      <Basics {...props} />
      {hasSheet(field) && (
        <PropertyGroup title={localize(fieldTypes[field.type].label, locale)}>
          <FieldSheet field={field} site={site} change={change} />
        </PropertyGroup>
      )}
      <PropertyGroup title={t('inspector.entry')}>
        <Constraints {...props} />
        {site.lineItems !== undefined && <TotalsProperty lineItems={site.lineItems} column={field} />}
        {site.lineItems === undefined && <WidthProperty form={form} field={field.key} />}
        {site.lineItems === undefined && <PrintedColumns form={form} field={field} />}
      </PropertyGroup>
      {site.lineItems === undefined && (
        <PropertyGroup title={t('rules.title')}>
          <FieldRulesList form={form} field={field} />
        </PropertyGroup>
      )}
      <PropertyGroup title={t('access.title')}>
        <AccessProperty field={field} site={site} />
      </PropertyGroup>
      <PropertyGroup title={t('inspector.uses')}>
        <FieldUses site={uses} />
      </PropertyGroup>
      <div className="pwd-inspector-end">
        <Button danger block icon={<Icon name="delete" />} onClick={remove}>
          {t(layout === null || site.lineItems !== undefined ? 'inspector.remove' : 'layouts.takeOff')}
        </Button>
      </div>
    </>
  )
}
