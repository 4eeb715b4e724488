import { settingsOf, viewKinds, type ViewSetting } from '@pipewright/metadata'
import { viewIcons } from '@pipewright/renderer'
import type { Form, View } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Segmented, Select } from 'antd'
import { PathSelect } from '../documents/path-select.tsx'
import { usePaths } from '../documents/use-paths.ts'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { asType, canBe } from './new-view.ts'
import { settingFields } from './setting-fields.ts'
import { summableFields } from './summable-fields.ts'

export type ViewChanges = { readonly [P in keyof View]?: View[P] | undefined }

export interface ViewShapeProps {
  readonly form: Form
  readonly view: View
  readonly change: (changes: ViewChanges) => void
}

const kinds = Object.keys(viewKinds) as View['type'][]

/** A field that the kind of view is made of. */
function Setting(props: ViewShapeProps & { readonly setting: ViewSetting }) {
  const { form, view, change, setting } = props
  const t = useTexts()
  const read = useLocalized()
  const isRequired = viewKinds[view.type].required.includes(setting)
  const fields = settingFields(useIndex(), form, setting)
  if (fields.length === 0) return null
  return (
    <Property label={t(`views.${setting}`)}>
      {(id) => (
        <Select
          id={id}
          className="pwd-full"
          value={view[setting] ?? null}
          allowClear={!isRequired}
          placeholder={t('views.none')}
          showSearch={{ optionFilterProp: 'label' }}
          options={fields.map((field) => ({ value: field.key, label: read(field.label) }))}
          onChange={(key: string | null | undefined) => change({ [setting]: key ?? undefined })}
        />
      )}
    </Property>
  )
}

function Span({ view, change }: ViewShapeProps) {
  const t = useTexts()
  const { spans } = viewKinds[view.type]
  if (spans === undefined) return null
  return (
    <Property label={t('views.span')} group>
      {() => (
        <Segmented
          aria-label={t('views.span')}
          value={view.span ?? 'month'}
          options={spans.map((value) => ({ value, label: t(`views.${value}`) }))}
          onChange={(span) => change({ span })}
        />
      )}
    </Property>
  )
}

function Columns({ form, view, change }: ViewShapeProps) {
  const t = useTexts()
  const paths = usePaths(form.key)
  const isTable = viewKinds[view.type].columns === true
  return (
    <Property label={t(isTable ? 'views.columns' : 'views.cardFields')}>
      {(id) => (
        <PathSelect
          id={id}
          label={t('views.columns')}
          options={paths}
          value={view.columns}
          onChange={(columns) => columns.length > 0 && change({ columns })}
        />
      )}
    </Property>
  )
}

/** How records are shown, and what that takes. */
export function ViewShape(props: ViewShapeProps) {
  const { form, view, change } = props
  const t = useTexts()
  const index = useIndex()
  const { edit } = useDesign()
  const kind = viewKinds[view.type]
  return (
    <>
      <Property label={t('views.type')} group>
        {() => (
          <Segmented
            aria-label={t('views.type')}
            className="pwd-kinds"
            value={view.type}
            options={kinds.map((value) => ({
              value,
              label: t(`views.${value}`),
              icon: <Icon name={viewIcons[value]} />,
              disabled: value !== view.type && !canBe(index, form, value),
            }))}
            onChange={(type) => edit({ type: 'putView', view: asType(index, view, form, type) })}
          />
        )}
      </Property>
      {settingsOf(kind).map((setting) => (
        <Setting key={setting} {...props} setting={setting} />
      ))}
      <Span {...props} />
      {kind.sums === true && (
        <FieldListProperty
          label={t('views.sums')}
          fields={summableFields(form)}
          value={view.sums}
          most={5}
          onChange={(sums) => change({ sums: sums.length === 0 ? undefined : sums })}
        />
      )}
      <Columns {...props} />
    </>
  )
}
