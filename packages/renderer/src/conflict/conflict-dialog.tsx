import type { JsonValue } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { ErrorNotice } from '@pipewright/ui'
import { Modal, Radio } from 'antd'
import { useMemo, useState } from 'react'
import type { Titles } from '../controls/field-control.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { FieldValue } from '../form/field-value.tsx'
import { useFormat } from '../formats/use-format.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ConflictDialogProps } from './conflict-dialog-props.ts'
import { conflictFields, mergedValues, type ConflictField } from './conflict-fields.ts'
import './conflict.css'

interface ChoiceProps {
  readonly field: Field
  readonly conflict: ConflictField
  readonly titles: Titles
  readonly theirName: string
  readonly theirs: boolean
  readonly onChoose: (theirs: boolean) => void
}

function Choice({ field, conflict, titles, theirName, theirs, onChoose }: ChoiceProps) {
  const { locale } = useRenderer()
  const t = useTexts()
  const format = useFormat(titles)
  const label = localize(field.label, locale)
  const side = (value: 'mine' | 'theirs', name: string, shown: JsonValue) => (
    <Radio value={value} className="pw-conflict-side">
      <span className="pw-quiet">{name}</span>
      <FieldValue field={field} value={shown} titles={titles} />
    </Radio>
  )
  return (
    <fieldset className="pw-conflict">
      <legend>
        {label}{' '}
        <span className="pw-quiet">{t(conflict.contested ? 'conflict.both' : 'conflict.onlyMine')}</span>
      </legend>
      <Radio.Group
        aria-label={label}
        className="pw-conflict-sides"
        value={theirs ? 'theirs' : 'mine'}
        onChange={(event) => onChoose(event.target.value === 'theirs')}
      >
        {side('mine', t('conflict.mine'), conflict.mine)}
        {side('theirs', theirName, conflict.theirs)}
      </Radio.Group>
      <div className="pw-help">
        {t('conflict.before', { value: format(field, conflict.base) || t('value.empty') })}
      </div>
    </fieldset>
  )
}

/** Somebody saved first: field by field, mine or theirs. Nothing typed is lost before it is decided. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { form, base, mine, titles, theirs, onMerge, onCancel, busy = false, failed } = props
  const { index, titles: book } = useRenderer()
  const t = useTexts()
  const [keepTheirs, setKeepTheirs] = useState<ReadonlySet<string>>(new Set())
  const fields = useMemo(() => conflictFields(base, mine, theirs.values), [base, mine, theirs])
  const names = useMemo(() => ({ ...titles, ...theirs.titles }), [titles, theirs])
  const name =
    theirs.updated_by === null ? undefined : (names[theirs.updated_by] ?? book.find(theirs.updated_by))
  const choose = (key: string, theirOne: boolean) => {
    const next = new Set(keepTheirs)
    if (theirOne) next.add(key)
    else next.delete(key)
    setKeepTheirs(next)
  }
  return (
    <Modal
      open
      width={640}
      title={t('conflict.title')}
      okText={t('conflict.save')}
      cancelText={t('conflict.cancel')}
      onOk={() => onMerge(mergedValues(fields, keepTheirs), theirs.version)}
      onCancel={onCancel}
      confirmLoading={busy}
    >
      {failed !== undefined && <ErrorNotice problem={failed} />}
      <p className="pw-quiet">{t('conflict.text')}</p>
      {fields.map((conflict) => {
        const field = index.field(form, conflict.key)?.field
        if (field === undefined) return null
        return (
          <Choice
            key={conflict.key}
            field={field}
            conflict={conflict}
            titles={names}
            theirName={name === undefined ? t('conflict.theirsUnknown') : t('conflict.theirs', { name })}
            theirs={keepTheirs.has(conflict.key)}
            onChoose={(theirOne) => choose(conflict.key, theirOne)}
          />
        )
      })}
    </Modal>
  )
}
