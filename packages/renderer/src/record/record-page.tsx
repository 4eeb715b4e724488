import { useMemo, useState } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { draftKey } from '../form/use-form-draft.ts'
import { ChangedByOthers } from './changed-by-others.tsx'
import { RecordConflict } from './record-conflict.tsx'
import { RecordDetails } from './record-details.tsx'
import { RecordHead } from './record-head.tsx'
import type { RecordPageProps } from './record-page-props.ts'
import { OpenRecordContext, type OpenRecord } from './record-parts.ts'
import { RecordStages } from './record-stages.tsx'
import { RecordTabs } from './record-tabs.tsx'
import { StageGuide } from './stage-guide.tsx'
import { useRecordLayout } from './use-record-layout.ts'
import { useRecordSave } from './use-record-save.ts'
import './record.css'

function useOpening({ form, record, parts, onCreateRelated }: RecordPageProps): OpenRecord {
  return useMemo(() => ({ form, record, parts, onCreateRelated }), [form, record, parts, onCreateRelated])
}

/** One record: who it is, where it stands, everything about it. Give it `key={record.id}`. */
export function RecordPage(props: RecordPageProps) {
  const { record, rights } = props
  const { index, me } = useRenderer()
  const saving = useRecordSave(props)
  const { save, typed, resume } = saving
  const [round, setRound] = useState(0)
  const open = useOpening(props)
  const form = useRecordLayout(index.form(props.form), record)
  if (form === undefined) return null
  const writable =
    rights.update && record.may?.update !== false && record.locked_by === null && record.deleted_at === null
  const stageWritable =
    writable && form.stageField !== undefined && rights.fields[form.stageField] === 'write'
  const stages = (
    <>
      <RecordStages form={form} record={record} writable={stageWritable} save={save} />
      <StageGuide form={form} record={record} writable={writable} />
    </>
  )
  return (
    <article className="pw-record">
      <RecordHead
        form={form}
        record={record}
        presence={props.presence}
        actions={props.actions}
        stages={stages}
      />
      {props.notice !== undefined && <div className="pw-record-notice">{props.notice}</div>}
      <ChangedByOthers form={form} record={record} />
      <div className="pw-record-body">
        <RecordTabs
          {...props}
          form={form}
          details={
            <OpenRecordContext value={open}>
              <RecordDetails {...props} {...{ writable, save, typed, resume }} key={round} />
            </OpenRecordContext>
          }
        />
      </div>
      <RecordConflict
        form={form.key}
        record={record}
        saving={saving}
        onMerged={() => {
          props.drafts?.removeItem(draftKey(me, form.key, record.id))
          setRound(round + 1)
        }}
      />
    </article>
  )
}
