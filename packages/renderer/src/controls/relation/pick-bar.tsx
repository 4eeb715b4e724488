import type { RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { Button, Input } from 'antd'
import { useAskForRecord, useRenderer } from '../../environment/use-renderer.ts'
import { useOrigin } from '../../form/start/origin.ts'
import { useTexts } from '../../texts/use-texts.ts'

export interface PickBarProps {
  readonly form: string
  readonly text: string
  readonly onText: (text: string) => void
  readonly onCreated: (record: RecordAnswer) => void
}

/** Searches the list, and makes a record that is missing, named as searched for. */
export function PickBar({ form: key, text, onText, onCreated }: PickBarProps) {
  const { index, locale, rights } = useRenderer()
  const t = useTexts()
  const ask = useAskForRecord()
  const origin = useOrigin()
  const form = index.form(key)
  const name = localize(form?.label, locale)
  const create = async () => {
    const given = text === '' || form === undefined ? {} : { [form.titleField]: text }
    const record = await ask(key, given, origin())
    if (record !== null) onCreated(record)
  }
  return (
    <div className="pw-pick-bar">
      <Input
        autoFocus
        allowClear
        prefix={<Icon name="search" />}
        aria-label={t('control.searchRecord', { form: name })}
        placeholder={t('control.searchRecord', { form: name })}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      {rights[key]?.create === true && (
        <Button icon={<Icon name="plus" />} onClick={() => void create()}>
          {t('control.createRecord', { form: name })}
        </Button>
      )}
    </div>
  )
}
