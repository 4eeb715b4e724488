import { localize } from '@pipewright/metadata'
import type { RelationField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Divider, Select } from 'antd'
import { useState } from 'react'
import { useAskForRecord, useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { asText, controlAttributes } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { useRecordSearch } from './use-record-search.ts'

interface CreateEntryProps {
  readonly formName: string
  readonly typed: string
  readonly onCreate: () => void
}

/** Last entry of the list: a new record, named as typed. */
function CreateEntry({ formName, typed, onCreate }: CreateEntryProps) {
  const t = useTexts()
  return (
    <>
      <Divider className="pw-thin" />
      <Button
        type="text"
        block
        className="pw-align-start"
        icon={<Icon name="plus" />}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onCreate}
      >
        {typed === ''
          ? t('control.createRecord', { form: formName })
          : t('control.createNamed', { form: formName, text: typed })}
      </Button>
    </>
  )
}

/** Picks a record of another form: searches while typing, shows titles, and makes a new record where that is allowed. */
export function RelationControl(props: ControlProps<RelationField>) {
  const { index, locale, rights, titles } = useRenderer()
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const ask = useAskForRecord()
  const { found, searching, failed } = useRecordSearch(props.field, open, typed, props.record)
  const form = index.form(props.field.form)
  const formName = localize(form?.label, locale)
  const id = asText(props.value)
  const titleOf = (key: string) => titles.find(key) ?? props.titles[key] ?? t('value.unknown')
  const pick = (key: string | null, title?: string) => {
    if (key !== null && title !== undefined) titles.learn(key, title)
    props.onChange(key)
  }
  const create = async () => {
    setOpen(false)
    const record = await ask(
      props.field.form,
      typed === '' || form === undefined ? {} : { [form.titleField]: typed },
    )
    if (record !== null) pick(record.id, record.title)
  }
  const message = failed
    ? t('control.searchFailed')
    : searching
      ? t('control.searching')
      : t('control.nothingFound')
  return (
    <>
      <Select
        {...controlAttributes(props)}
        className="pw-fill"
        allowClear={!props.required}
        placeholder={t('control.searchRecord', { form: formName })}
        open={open}
        onOpenChange={setOpen}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        loading={open && searching}
        notFoundContent={message}
        options={found.map((record) => ({ value: record.id, label: record.title }))}
        labelRender={({ value }) => titleOf(String(value))}
        value={id || null}
        onChange={(key: string | null | undefined) =>
          pick(key ?? null, found.find((record) => record.id === key)?.title)
        }
        popupRender={(menu) => (
          <>
            {menu}
            {rights[props.field.form]?.create && (
              <CreateEntry formName={formName} typed={typed} onCreate={() => void create()} />
            )}
          </>
        )}
      />
    </>
  )
}
