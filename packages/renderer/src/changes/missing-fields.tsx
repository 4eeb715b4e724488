import type { FieldProblem, Values } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { Button, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { problemOf } from '../environment/problem-of.ts'
import { useAskForRecord, useRenderer } from '../environment/use-renderer.ts'
import { RecordForm } from '../form/record-form.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { HeldChange } from './held-change.ts'
import './missing-fields.css'

export interface MissingFieldsProps {
  readonly form: string
  readonly held: HeldChange
  readonly onFilled: (values: Values) => Promise<void>
  readonly onCancel: () => void
}

/** What is missing beside fields; related records can be made right here. */
function MissingRest({
  rest,
  of,
  record,
}: {
  readonly rest: readonly FieldProblem[]
  readonly of: string
  readonly record: string
}) {
  const { index, locale, rights } = useRenderer()
  const ask = useAskForRecord()
  const t = useTexts()
  const [made, setMade] = useState<ReadonlySet<number>>(new Set())
  return (
    <ul className="pw-missing">
      {rest.map((problem, at) => {
        const form = String(problem.params?.['target'] ?? '')
        const field = String(problem.params?.['relation'] ?? '')
        const document = index.form(form)
        const name = localize(document?.label, locale)
        return (
          <li key={problem.message}>
            <Icon name={made.has(at) ? 'check' : 'warning'} />
            <span>{problem.message}</span>
            {document !== undefined && rights[form]?.create === true && (
              <Button
                size="small"
                icon={<Icon name="plus" />}
                onClick={async () => {
                  const created = await ask(form, { [field]: record }, { form: of, id: record })
                  if (created !== null) setMade(new Set([...made, at]))
                }}
              >
                {t('record.addRelated', { form: name })}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function TryAgain({ onFilled, onCancel }: Pick<MissingFieldsProps, 'onFilled' | 'onCancel'>) {
  const t = useTexts()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const again = async () => {
    setBusy(true)
    try {
      await onFilled({})
    } catch (error) {
      const problem = problemOf(error)
      const found = problem?.errors?.map(({ message }) => message) ?? []
      setWrong(found.length > 0 ? found : [problem?.title ?? t('board.lost')])
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {wrong.map((text) => (
        <div key={text} role="alert" className="pw-problem">
          {text}
        </div>
      ))}
      <div className="pw-form-foot">
        <span className="pw-grow" />
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
        <Button type="primary" loading={busy} onClick={() => void again()}>
          {t('board.move')}
        </Button>
      </div>
    </>
  )
}

/** Asks for exactly what stood in the way of a step: fields in a form, the rest in words. */
export function MissingFields({ form, held, onFilled, onCancel }: MissingFieldsProps) {
  const { rights } = useRenderer()
  const t = useTexts()
  const right = rights[form]
  const values = useMemo(() => ({ ...held.record.values, ...held.values }), [held])
  const asked = useMemo(() => held.problems.filter((problem) => !held.rest.includes(problem)), [held])
  if (right === undefined) return null
  return (
    <Modal open title={held.heading} footer={null} onCancel={onCancel} destroyOnHidden>
      {held.rest.length > 0 && <MissingRest rest={held.rest} of={form} record={held.record.id} />}
      {held.fields.length === 0 ? (
        <TryAgain onFilled={onFilled} onCancel={onCancel} />
      ) : (
        <RecordForm
          form={form}
          mode="create"
          rights={right}
          values={values}
          titles={held.record.titles}
          fields={held.fields}
          problems={asked}
          submitText={t('board.move')}
          autoFocus
          onCancel={onCancel}
          onSubmit={({ all }) =>
            onFilled(Object.fromEntries(held.fields.map((key) => [key, all[key] ?? null])))
          }
        />
      )}
    </Modal>
  )
}
