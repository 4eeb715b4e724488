import { isWritable } from '@pipewright/metadata'
import type { AfterCreate, Edit, Form } from '@pipewright/schemas'
import { Select, Switch } from 'antd'
import { useDesign } from '../environment/design-context.ts'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { TypedInput } from '../parts/typed-input.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { FillLimitProperty } from './fill-limit-property.tsx'

type FormChanges = Extract<Edit, { type: 'setForm' }>['changes']

const places = ['record', 'list', 'new', 'link'] as const
const webAddress = /^https?:\/\/[^\s"<>\\]+$/

function AfterProperties({
  form,
  change,
}: {
  readonly form: Form
  readonly change: (c: FormChanges) => boolean
}) {
  const t = useTexts()
  const after = form.afterCreate ?? {}
  const put = (changes: { readonly [P in keyof AfterCreate]?: AfterCreate[P] | undefined }) => {
    const entries = Object.entries({ ...after, ...changes }).filter(([, value]) => value !== undefined)
    change({ afterCreate: entries.length === 0 ? null : (Object.fromEntries(entries) as AfterCreate) })
  }
  return (
    <>
      <Property label={t('entry.message')} group>
        {() => (
          <LocalizedInput
            label={t('entry.message')}
            value={after.message}
            onCommit={(message) => put({ message: Object.keys(message).length === 0 ? undefined : message })}
          />
        )}
      </Property>
      <Property label={t('entry.open')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={after.open ?? 'record'}
            options={places.map((value) => ({ value, label: t(`entry.${value}`) }))}
            onChange={(open) =>
              put({
                open: open === 'record' ? undefined : open,
                ...(open === 'link' ? {} : { url: undefined }),
              })
            }
          />
        )}
      </Property>
      {after.open === 'link' && (
        <Property label={t('entry.url')} help={after.url === undefined ? t('entry.urlHelp') : undefined}>
          {(id) => (
            <TypedInput
              id={id}
              value={after.url ?? ''}
              placeholder="https://"
              maxLength={2000}
              onCommit={(text) => put({ url: webAddress.test(text.trim()) ? text.trim() : undefined })}
            />
          )}
        </Property>
      )}
    </>
  )
}

/** What follows a new record, and what a copy of a record takes over. */
export function EntryInspector({ form }: { readonly form: Form }) {
  const t = useTexts()
  const { edit } = useDesign()
  const change = (changes: FormChanges) => edit({ type: 'setForm', form: form.key, changes })
  const copied = form.fields.filter(
    (field) =>
      isWritable(field) && field.type !== 'attachment' && !('unique' in field && field.unique === true),
  )
  return (
    <PropertyGroup title={t('entry.title')}>
      <FillLimitProperty form={form} />
      <AfterProperties form={form} change={change} />
      <Property label={t('entry.copyAll')} inline>
        {(id) => (
          <Switch
            id={id}
            size="small"
            checked={form.copyFields === undefined}
            onChange={(all) =>
              change({
                copyFields: all
                  ? null
                  : copied.map(({ key }) => key).filter((key) => key !== form.stageField),
              })
            }
          />
        )}
      </Property>
      {form.copyFields !== undefined && (
        <FieldListProperty
          label={t('entry.copyFields')}
          help={t('entry.copyHelp')}
          fields={copied}
          value={form.copyFields}
          most={1000}
          onChange={(copyFields) => change({ copyFields })}
        />
      )}
    </PropertyGroup>
  )
}
