import type { CellProblem } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useSay, useUiLocale } from '@pipewright/ui'
import { useText } from '../../../texts/use-text.ts'
import { fieldName } from '../../../undo/field-name.ts'
import '../../../undo/undo.css'

interface Question {
  readonly titles: ReadonlyMap<string, string>
  readonly problems: readonly CellProblem[]
  /** Records that can be changed. */
  readonly good: number
  /** Rows that were pasted behind the last one that is loaded. */
  readonly beyond: number
}

const mostLines = 100

/** Says what cannot be changed and why, record by record, and asks whether the others are. */
export function useAskGood(form: Form): (question: Question) => Promise<boolean> {
  const text = useText()
  const locale = useUiLocale()
  const { modal } = useSay()
  const lines = ({ titles, problems }: Question) =>
    problems.slice(0, mostLines).map(({ id, field, text: written, message }) => {
      const at = [titles.get(id), field === null ? '' : fieldName(form, field, locale, text)]
      const quoted = written === null || written === '' ? '' : `“${written}” – `
      return { at: at.filter(Boolean).join(' · '), why: `${quoted}${message}` }
    })
  const content = (question: Question) => (
    <>
      {question.beyond > 0 && <p>{text('cellsBeyond', { count: question.beyond })}</p>}
      {question.problems.length > 0 && (
        <>
          <p>{text('cellsRefusedRows', { count: new Set(question.problems.map(({ id }) => id)).size })}</p>
          <ul className="undo-report">
            {lines(question).map(({ at, why }, position) => (
              <li key={position}>
                <strong>{at}</strong>: {why}
              </li>
            ))}
          </ul>
          {question.problems.length > mostLines && (
            <p>{text('undoMore', { count: question.problems.length - mostLines })}</p>
          )}
        </>
      )}
    </>
  )
  return (question) =>
    new Promise((resolve) => {
      const common = { title: text('cellsRefused'), width: 560, content: content(question) }
      if (question.good === 0)
        modal.warning({ ...common, okText: text('close'), afterClose: () => resolve(false) })
      else
        modal.confirm({
          ...common,
          okText: text('cellsOnlyGood', { count: question.good }),
          cancelText: text('cellsNothing'),
          onOk: () => resolve(true),
          onCancel: () => resolve(false),
        })
    })
}
