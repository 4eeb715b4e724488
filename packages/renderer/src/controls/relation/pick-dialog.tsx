import type { RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Expression, RelationField, RelationsField } from '@pipewright/schemas'
import { EmptyState, ErrorNotice, RowsSkeleton } from '@pipewright/ui'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { problemOf } from '../../environment/problem-of.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { PickBar } from './pick-bar.tsx'
import { PickTable } from './pick-table.tsx'
import { usePickPages } from './use-pick-pages.ts'

export interface Picked {
  readonly id: string
  readonly title: string
}

export interface PickDialogProps {
  readonly field: RelationField | RelationsField
  readonly filter: Expression | undefined
  /** Picked so far. */
  readonly ids: readonly string[]
  readonly onPick: (picked: readonly Picked[]) => void
  readonly onClose: () => void
}

const asPicked = ({ id, title }: RecordAnswer): Picked => ({ id, title })

/** Picks records from a list with columns and search: one by a click, several by ticking them. */
export function PickDialog({ field, filter, ids, onPick, onClose }: PickDialogProps) {
  const { index, locale } = useRenderer()
  const t = useTexts()
  const [text, setText] = useState('')
  const [ticked, setTicked] = useState<readonly Picked[]>(() => ids.map((id) => ({ id, title: '' })))
  const { columns, pages } = usePickPages(field, filter, text)
  const form = index.form(field.form)
  const many = field.type === 'relations'
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const toggle = (record: RecordAnswer) =>
    setTicked((list) =>
      list.some(({ id }) => id === record.id)
        ? list.filter(({ id }) => id !== record.id)
        : [...list, asPicked(record)],
    )
  const confirm = (
    <Button type="primary" onClick={() => onPick(ticked)}>
      {t('control.pickMany', { count: ticked.length })}
    </Button>
  )
  return (
    <Modal
      open
      width={880}
      title={t('control.pickFrom', { forms: localize(form?.labelPlural, locale) })}
      onCancel={onClose}
      footer={many ? confirm : null}
      className="pw-pick"
    >
      <PickBar
        form={field.form}
        text={text}
        onText={setText}
        onCreated={(record) => onPick(many ? [...ticked, asPicked(record)] : [asPicked(record)])}
      />
      {pages.isError && <ErrorNotice problem={problemOf(pages.error)} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <RowsSkeleton rows={6} />}
      {pages.data !== undefined && rows.length === 0 && (
        <EmptyState icon={form?.icon ?? 'inbox'} title={t('control.nothingFound')} />
      )}
      {rows.length > 0 && (
        <PickTable
          rows={rows}
          columns={columns}
          picked={new Set(many ? ticked.map(({ id }) => id) : ids)}
          many={many}
          onPick={(record) => (many ? toggle(record) : onPick([asPicked(record)]))}
        />
      )}
      {pages.hasNextPage && (
        <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('control.more')}
        </Button>
      )}
    </Modal>
  )
}
