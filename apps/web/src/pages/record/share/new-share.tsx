import { departmentPath } from '@pipewright/renderer'
import { Button, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { DayInput } from '../../day-input.tsx'
import type { ShareTerms } from './use-shares.ts'

/** Members and departments to choose from; what is chosen says which of both it is. */
function useReceivers(owner: string | null) {
  const { people, departments } = useWorkspace()
  const text = useText()
  return [
    {
      label: text('shareMembers'),
      options: people
        .filter(({ id }) => id !== owner)
        .map(({ id, name }) => ({ value: `member ${id}`, label: name })),
    },
    {
      label: text('departments'),
      options: departments.map(({ id }) => ({
        value: `department ${id}`,
        label: departmentPath(departments, id),
      })),
    },
  ].filter(({ options }) => options.length > 0)
}

/** Opens the record to one more. */
export function NewShare(props: { owner: string | null; onShare: (terms: ShareTerms) => Promise<boolean> }) {
  const text = useText()
  const receivers = useReceivers(props.owner)
  const [to, setTo] = useState<string | null>(null)
  const [edit, setEdit] = useState(false)
  const [until, setUntil] = useState('')
  const [busy, setBusy] = useState(false)
  const share = async () => {
    const [kind, id = null] = (to ?? '').split(' ')
    setBusy(true)
    const isDone = await props.onShare({
      member: kind === 'member' ? id : null,
      department: kind === 'department' ? id : null,
      edit,
      until: until === '' ? null : until,
    })
    setBusy(false)
    if (isDone) setTo(null)
  }
  return (
    <div className="share-new">
      <Select<string>
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={text('shareTo')}
        placeholder={text('shareTo')}
        value={to}
        options={receivers}
        onChange={setTo}
      />
      <Segmented
        aria-label={text('shareHow')}
        value={edit ? 'edit' : 'read'}
        options={[
          { value: 'read', label: text('shareToRead') },
          { value: 'edit', label: text('shareToEdit') },
        ]}
        onChange={(way) => setEdit(way === 'edit')}
      />
      <label>
        {text('shareEnd')}
        <DayInput isFuture value={until} onChange={setUntil} />
      </label>
      <Button type="primary" disabled={to === null} loading={busy} onClick={() => void share()}>
        {text('shareGo')}
      </Button>
    </div>
  )
}
