import type { AlikeGroup } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { listed, useUiLocale } from '@pipewright/ui'
import { Tag } from 'antd'
import { useId } from 'react'
import { CallNotice } from '../../session/call-notice.tsx'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { AlikeActions } from './alike-actions.tsx'
import { AlikeRecordLine } from './alike-record-line.tsx'
import { MarkedNote } from './marked-note.tsx'
import { useDuplicateText } from './use-duplicate-text.ts'
import { useMarking } from './use-marking.ts'

interface AlikeGroupCardProps {
  readonly form: Form
  readonly group: AlikeGroup
}

interface PartlyMarked {
  /** Some of them were told apart; the others may still look the same. */
  readonly onPartly: (marked: AlikeGroup['records']) => void
}

/** How sure it is, and the fields in which records of the group have the same. */
function Reasons({ form, group }: AlikeGroupCardProps) {
  const locale = useUiLocale()
  const text = useDuplicateText()
  const keys = new Set(
    group.records.flatMap(({ fields }) => fields.flatMap(({ field, alike }) => (alike ? [field] : []))),
  )
  const labels = form.fields.flatMap(({ key, label }) =>
    keys.has(key) ? [localize(label, locale) || key] : [],
  )
  const isLikely = group.sure === 'likely'
  return (
    <p className="alike-why">
      <Tag>{text(isLikely ? 'likelyTag' : 'possibleTag')}</Tag>
      {labels.length > 0 && text('sameIn', { fields: listed(labels, locale) })}
    </p>
  )
}

/** Records that look the same, to be merged or told apart. */
export function AlikeGroupCard({ form, group, onPartly }: AlikeGroupCardProps & PartlyMarked) {
  const mayTell = useWorkspace().rights[form.key]?.update === true
  const text = useDuplicateText()
  const heading = useId()
  const marking = useMarking(form.key, group, onPartly)
  const { call, chosen, choose, marked, isSettled, unmark } = marking
  const hasChoice = group.records.length > 2 && mayTell
  return (
    <section className="form-card alike-card" aria-labelledby={heading}>
      <h2 id={heading} className={isSettled ? 'pw-hidden-text' : 'alike-head'}>
        {text('group', { count: group.size })}
      </h2>
      {!isSettled && <Reasons form={form} group={group} />}
      <CallNotice problem={call.problem} lost={call.lost} />
      {isSettled && <MarkedNote records={marked} busy={call.busy} onUndo={() => void unmark()} />}
      {!isSettled && (
        <>
          <ul className="alike-lines">
            {group.records.map((record) => (
              <AlikeRecordLine
                key={record.id}
                form={form}
                record={record}
                chosen={hasChoice ? chosen.includes(record) : undefined}
                onChoose={(isChosen) => choose(record.id, isChosen)}
              />
            ))}
          </ul>
          {group.size > group.records.length && (
            <p className="quiet">{text('some', { count: group.records.length, size: group.size })}</p>
          )}
          <AlikeActions form={form} marking={marking} />
        </>
      )}
    </section>
  )
}
