import { localize } from '@pipewright/metadata'
import type { RelationField, RelationsField } from '@pipewright/schemas'
import { useState, type ReactElement } from 'react'
import { useNames } from '../../environment/use-names.ts'
import { useAskForRecord, useRenderer } from '../../environment/use-renderer.ts'
import { useOrigin } from '../../form/start/origin.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { controlAttributes } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { ListEntries } from './list-entries.tsx'
import { useBrowsing } from './use-browsing.tsx'
import { useLetGo } from './use-let-go.ts'
import { useRecordSearch } from './use-record-search.ts'

/** What controls that pick records have in common: searching while typing, titles, making a missing record. */
export function usePicking(
  props: ControlProps<RelationField> | ControlProps<RelationsField>,
  ids: readonly string[],
  pick: (ids: readonly string[]) => void,
) {
  const { index, locale, rights, titles } = useRenderer()
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const ask = useAskForRecord()
  const origin = useOrigin()
  const { field } = props
  const { found, searching, failed } = useRecordSearch(field, open, typed, props.record)
  const form = index.form(field.form)
  const formName = localize(form?.label, locale)
  const learn = (id: string) => {
    const title = found.find((record) => record.id === id)?.title
    if (title !== undefined) titles.learn(id, title)
  }
  const watch = useLetGo(ids, pick)
  const create = async () => {
    setOpen(false)
    const given = typed === '' || form === undefined ? {} : { [form.titleField]: typed }
    const record = await ask(field.form, given, origin())
    if (record === null) return
    titles.learn(record.id, record.title)
    watch(field.form, record)
    pick(field.type === 'relations' ? [...ids, record.id] : [record.id])
  }
  const { browse, dialog } = useBrowsing(props, ids, pick)
  const waiting = searching ? t('control.searching') : t('control.nothingFound')
  const nameOf = useNames([{ form: field.form, ids: ids.filter((id) => props.titles[id] === undefined) }])
  const titleOf = (id: string) => titles.find(id) ?? props.titles[id] ?? nameOf(id)
  const select = {
    ...controlAttributes(props),
    className: 'pw-fill',
    placeholder: t('control.searchRecord', { form: formName }),
    open,
    onOpenChange: setOpen,
    loading: open && searching,
    notFoundContent: failed ? t('control.searchFailed') : waiting,
    options: found.map((record) => ({ value: record.id, label: record.title })),
    labelRender: ({ value }: { readonly value: unknown }) => titleOf(String(value)),
    popupRender: (menu: ReactElement) => (
      <>
        {menu}
        <ListEntries
          formName={formName}
          typed={typed}
          onBrowse={() => {
            setOpen(false)
            browse()
          }}
          onCreate={rights[field.form]?.create === true ? () => void create() : undefined}
        />
      </>
    ),
  }
  return { select, learn, setTyped, dialog }
}
