import { indexDefinition } from '@pipewright/metadata'
import type { Form, View } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Segmented, Select } from 'antd'
import { DocumentHead } from '../documents/document-head.tsx'
import { PathSelect } from '../documents/path-select.tsx'
import { usePaths } from '../documents/use-paths.ts'
import { withoutEmpty } from '../documents/without-empty.ts'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { LabelProperty } from '../parts/label-property.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { asType } from './new-view.ts'
import { summableFields } from './summable-fields.ts'
import { SortEditor } from './sort-editor.tsx'

type Changes = { readonly [P in keyof View]?: View[P] | undefined }

function useViewChange(key: string) {
  const { store, edit } = useDesign()
  return (changes: Changes) => {
    const now = indexDefinition(store.state().definition).view(key)
    if (now !== undefined) edit({ type: 'putView', view: withoutEmpty<View>({ ...now, ...changes } as View) })
  }
}

interface ShapeProps {
  readonly form: Form
  readonly view: View
  readonly change: (changes: Changes) => void
}

function BoardProperties({ form, view, change }: ShapeProps) {
  const t = useTexts()
  const read = useLocalized()
  const choices = form.fields.filter(({ type }) => type === 'choice')
  return (
    <>
      <Property label={t('views.groupBy')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={view.groupBy ?? null}
            options={choices.map((field) => ({ value: field.key, label: read(field.label) }))}
            onChange={(groupBy: string | null) => groupBy !== null && change({ groupBy })}
          />
        )}
      </Property>
      <FieldListProperty
        label={t('views.sums')}
        fields={summableFields(form)}
        value={view.sums}
        most={5}
        onChange={(sums) => change({ sums: sums.length === 0 ? undefined : sums })}
      />
    </>
  )
}

/** A table or a board, and what it shows. */
function Shape({ form, view, change }: ShapeProps) {
  const t = useTexts()
  const { edit } = useDesign()
  const paths = usePaths(form.key)
  const canBoard = form.fields.some(({ type }) => type === 'choice')
  return (
    <>
      <Property label={t('views.type')} group>
        {() => (
          <Segmented
            aria-label={t('views.type')}
            value={view.type}
            options={(['table', 'board'] as const).map((value) => ({
              value,
              label: t(`views.${value}`),
              icon: <Icon name={value} />,
              disabled: value === 'board' && !canBoard,
            }))}
            onChange={(type) => edit({ type: 'putView', view: asType(view, form, type) })}
          />
        )}
      </Property>
      {view.type === 'board' && <BoardProperties form={form} view={view} change={change} />}
      <Property label={t(view.type === 'board' ? 'views.cardFields' : 'views.columns')}>
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
    </>
  )
}

/** Columns, filter and order of a saved list, or the columns of a board. */
export function ViewEditor({ form, view }: { readonly form: Form; readonly view: View }) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, openArea } = useDesign()
  const change = useViewChange(view.key)
  const remove = () => {
    if (edit({ type: 'removeDocument', kind: 'view', key: view.key })) openArea('views')
  }
  return (
    <div className="pwd-document">
      <DocumentHead label={read(view.label)} name={view.key} onRemove={remove} />
      <PropertyGroup title={t('inspector.basics')}>
        <LabelProperty value={view.label} onCommit={(label) => change({ label })} />
        <Shape form={form} view={view} change={change} />
      </PropertyGroup>
      <PropertyGroup title={t('views.filter')}>
        <ConditionEditor
          form={form.key}
          label={t('views.filter')}
          text={t('rules.everything')}
          value={view.filter ?? null}
          onCommit={(filter) => change({ filter: filter ?? undefined })}
        />
      </PropertyGroup>
      <PropertyGroup title={t('views.sort')}>
        <SortEditor
          form={form.key}
          value={view.sort ?? []}
          onChange={(sort) => change({ sort: sort.length === 0 ? undefined : sort })}
        />
      </PropertyGroup>
    </div>
  )
}
