import type { Match, RecordAnswer, Values } from '@pipewright/contract'
import { localize, matchRuleFields, matchRulesOf } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { ErrorNotice, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Modal } from 'antd'
import { useDeferredValue, useState } from 'react'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { useMergeText } from './use-merge-text.ts'

interface MergeWithProps {
  readonly form: Form
  readonly record: RecordAnswer
  readonly onClose: () => void
  readonly onMerged: (survivor: string) => void
}

interface Candidate {
  readonly id: string
  readonly title: string
  /** What looks the same. */
  readonly fields: readonly string[]
}

/** So many records become one, this one counted. */
const most = 5
const mostFound = 20

/** Records that look the same, or, where something is sought, those that have it. */
function useCandidates({ form, record }: MergeWithProps, search: string) {
  const params = { workspace: useWorkspace().workspace.key, form: form.key }
  const compared = new Set(matchRulesOf(form).flatMap(matchRuleFields))
  const values = Object.fromEntries(
    Object.entries(record.values).filter(([key, value]) => compared.has(key) && value !== null),
  ) as Values
  return useQuery({
    queryKey: ['records', form.key, 'merge-with', record.id, record.version, search],
    queryFn: async (): Promise<readonly Candidate[]> => {
      if (search === '') {
        const { matches } = await client.call('findMatches', { params, body: { values, except: record.id } })
        return matches.map(({ id, title, fields }: Match) => ({ id, title, fields }))
      }
      const page = await client.call('queryRecords', {
        params,
        body: { search, columns: [], limit: mostFound },
      })
      return page.rows.flatMap(({ id, title }) => (id === record.id ? [] : [{ id, title, fields: [] }]))
    },
    gcTime: 0,
  })
}

interface ChoiceProps extends Pick<MergeWithProps, 'form'> {
  readonly found: readonly Candidate[]
  readonly picked: readonly string[]
  readonly onPick: (picked: readonly string[]) => void
}

function Choice({ form, found, picked, onPick }: ChoiceProps) {
  const locale = useUiLocale()
  const labelOf = (key: string) =>
    localize(form.fields.find((field) => field.key === key)?.label ?? {}, locale) || key
  const isFull = picked.length >= most - 1
  return (
    <ul className="merge-found">
      {found.map(({ id, title, fields }) => (
        <li key={id}>
          <Checkbox
            checked={picked.includes(id)}
            disabled={isFull && !picked.includes(id)}
            onChange={({ target }) =>
              onPick(target.checked ? [...picked, id] : picked.filter((one) => one !== id))
            }
          >
            {title || '–'}
            {fields.length > 0 && <span className="merge-when">{fields.map(labelOf).join(' · ')}</span>}
          </Checkbox>
        </li>
      ))}
    </ul>
  )
}

/** Finds the other records of the same thing, then lets one of them stay. */
export function MergeWith(props: MergeWithProps) {
  const { form, record, onClose, onMerged } = props
  const text = useText()
  const own = useMergeText()
  const [sought, setSought] = useState('')
  const [picked, setPicked] = useState<readonly string[]>([])
  const [isChosen, setChosen] = useState(false)
  const search = useDeferredValue(sought.trim())
  const found = useCandidates(props, search)
  if (isChosen)
    return (
      <MergeDialog
        form={form}
        ids={[record.id, ...picked]}
        first={record.id}
        onClose={onClose}
        onMerged={onMerged}
      />
    )
  return (
    <Modal
      open
      title={own('withTitle', { title: record.title })}
      okText={own('next')}
      cancelText={text('cancel')}
      okButtonProps={{ disabled: picked.length === 0 }}
      onOk={() => setChosen(true)}
      onCancel={onClose}
    >
      <Input.Search
        allowClear
        aria-label={own('find')}
        placeholder={own('find')}
        value={sought}
        onChange={({ target }) => setSought(target.value)}
      />
      <p className="quiet" aria-live="polite">
        {search === '' && own(found.data?.length === 0 ? 'noneAlike' : 'alike')}
        {search !== '' && found.data?.length === 0 && own('noneFound')}
      </p>
      {found.isPending && <RowsSkeleton />}
      {found.isError && <ErrorNotice problem={null} onRetry={() => void found.refetch()} />}
      <Choice form={form} found={found.data ?? []} picked={picked} onPick={setPicked} />
    </Modal>
  )
}
