import type { RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useSay } from '@pipewright/ui'
import { useMemo } from 'react'
import type { MoveTarget } from '../board/place.ts'
import { useBoardField } from '../board/use-board-fields.ts'
import { useMoves } from '../board/use-moves.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordTreeProps } from './record-tree-props.ts'
import { liesBelow, type TreeLine } from './tree-lines.ts'

/** Puts records under others, and asks in place for what that takes. */
export function useTreeMoves(props: RecordTreeProps, lines: readonly TreeLine[]) {
  const { form, parent, onMove, onUnfold } = props
  const { rights, locale } = useRenderer()
  const { message } = useSay()
  const t = useTexts()
  const field = useBoardField(form, parent)
  const top = t('tree.top')
  const target = useMemo(
    (): MoveTarget => ({
      field,
      label: localize(field.label, locale),
      options: [],
      none: top,
      staged: undefined,
    }),
    [field, locale, top],
  )
  const rowOf = (id: string | null) =>
    lines.flatMap((line) => (line.kind === 'row' && line.record.id === id ? [line.record] : []))[0]
  const moves = useMoves<null>({
    form,
    targets: [target],
    save: async (record, values, done) => {
      await onMove(record, values, done)
      const above = values[parent]
      if (typeof above === 'string') onUnfold([above], true)
    },
    nameOf: (_field, id) => (id === null ? top : rowOf(id)?.title),
    step: () => Promise.resolve(null),
  })
  const move = (record: RecordAnswer, to: string | null) => {
    // The server refuses it too; here it need not be asked.
    if (to !== null && liesBelow(lines, to, record.id))
      message.warning(t('tree.circle', { title: record.title }))
    else void moves.move(record, { [parent]: to })
  }
  const drop = (id: string, to: string | null) => {
    const record = rowOf(id)
    if (record !== undefined && record.id !== to) move(record, to)
  }
  const right = rights[form]
  const isMovable = right?.update === true && right.fields[parent] === 'write'
  const mayMove = ({ may }: RecordAnswer) => isMovable && may?.update !== false
  return { target, move, drop, isMovable, mayMove, question: moves.question }
}
