import type { Form, FormLayout } from '@pipewright/schemas'
import { Segmented, Select } from 'antd'
import { useDefinition, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

type Audience = Pick<FormLayout, 'roles' | 'stages' | 'types' | 'device' | 'records'>

export interface LayoutAudienceProps {
  readonly form: Form
  readonly value: Audience
  readonly onChange: (changes: { readonly [P in keyof Audience]?: Audience[P] | undefined }) => void
}

function Many(props: {
  readonly label: string
  readonly any: string
  readonly value: readonly string[] | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (keys: string[] | undefined) => void
}) {
  const { label, any, value, options, onChange } = props
  return (
    <Property label={label}>
      {(id) => (
        <Select
          id={id}
          mode="multiple"
          className="pwd-full"
          placeholder={any}
          value={[...(value ?? [])]}
          options={[...options]}
          onChange={(keys: string[]) => onChange(keys.length === 0 ? undefined : keys)}
        />
      )}
    </Property>
  )
}

const devices = ['desktop', 'phone'] as const
const records = ['new', 'existing'] as const
const noMatter = 'any'

function OneOf<V extends string>(props: {
  readonly label: string
  readonly any: string
  readonly value: V | undefined
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onChange: (value: V | undefined) => void
}) {
  const { label, any, value, options, onChange } = props
  return (
    <Property label={label} group>
      {() => (
        <Segmented<string>
          aria-label={label}
          value={value ?? noMatter}
          options={[{ value: noMatter, label: any }, ...options]}
          onChange={(chosen) => onChange(options.find((one) => one.value === chosen)?.value)}
        />
      )}
    </Property>
  )
}

/** For whom, for which records and on what a layout is used. */
export function LayoutAudience({ form, value, onChange }: LayoutAudienceProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { roles } = useDefinition()
  const optionsOf = (key: string | undefined) => {
    const field = form.fields.find((one) => one.key === key)
    return field === undefined
      ? []
      : index.options(field).map((one) => ({ value: one.key, label: read(one.label) }))
  }
  const any = t('layouts.any')
  const [types, stages] = [optionsOf(form.typeField), optionsOf(form.stageField)]
  return (
    <>
      <Many
        label={t('layouts.roles')}
        any={t('layouts.everybody')}
        value={value.roles}
        options={roles.map(({ key, label }) => ({ value: key, label: read(label) }))}
        onChange={(keys) => onChange({ roles: keys })}
      />
      {types.length > 0 && (
        <Many
          label={t('layouts.types')}
          any={any}
          value={value.types}
          options={types}
          onChange={(keys) => onChange({ types: keys })}
        />
      )}
      {stages.length > 0 && (
        <Many
          label={t('layouts.stages')}
          any={any}
          value={value.stages}
          options={stages}
          onChange={(keys) => onChange({ stages: keys })}
        />
      )}
      <OneOf
        label={t('layouts.device')}
        value={value.device}
        options={devices.map((one) => ({ value: one, label: t(`rules.device_${one}`) }))}
        any={t('rules.device_any')}
        onChange={(device) => onChange({ device })}
      />
      <OneOf
        label={t('layouts.records')}
        value={value.records}
        options={records.map((one) => ({ value: one, label: t(`rules.records_${one}`) }))}
        any={t('rules.records_any')}
        onChange={(chosen) => onChange({ records: chosen })}
      />
    </>
  )
}
