import type { Member } from '@pipewright/contract'
import { useSay } from '@pipewright/ui'
import { Table } from 'antd'
import { useNavigate } from 'react-router'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { useMemberColumns, type MemberChange } from './member-columns.tsx'
import type { MembersPart } from './members-answer.ts'

const onePage = 50

export function MemberTable({ answer, onChanged }: MembersPart) {
  const app = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const { modal } = useSay()
  const call = useCall()
  const change = async ({ id }: Member, body: MemberChange) => {
    const params = { workspace: app.workspace.key, id }
    const done = await call.run(() => client.call('updateMember', { params, body }))
    if (done === undefined) return
    onChanged()
    if (body.active === false)
      modal.confirm({
        title: text('handOverAsk', { name: done.name }),
        content: text('handOverAskText'),
        okText: text('handOver'),
        cancelText: text('handOverLater'),
        onOk: () => void navigate(workspacePath(app, `/members/${id}/hand-over`)),
      })
  }
  const columns = useMemberColumns({ answer, onChange: (...asked) => void change(...asked) }, call.busy)
  return (
    <>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Table<Member>
        size="middle"
        rowKey="id"
        dataSource={[...answer.members]}
        pagination={answer.members.length > onePage ? { pageSize: onePage } : false}
        scroll={{ x: 1150 }}
        columns={columns}
      />
    </>
  )
}
