import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons'
import type { Department } from '@pipewright/contract'
import { Button, Flex } from 'antd'
import { useState } from 'react'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { DepartmentDialog } from './department-dialog.tsx'
import { departmentTree } from './department-tree.ts'
import type { MembersPart } from './members-answer.ts'

export function DepartmentList({ answer, onChanged }: MembersPart) {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const [editing, edit] = useState<Department | 'new' | null>(null)
  const remove = async (department: Department) => {
    const params = { workspace: app.workspace.key, id: department.id }
    await call.run(() => client.call('deleteDepartment', { params }))
    onChanged()
  }
  const name = (id: string | null) => answer.members.find((member) => member.id === id)?.name ?? text('none')
  return (
    <>
      <CallNotice problem={call.problem} lost={call.lost} />
      <ul className="department-list">
        {departmentTree(answer.departments).map((department) => (
          <li key={department.id} style={{ paddingInlineStart: 12 + department.depth * 24 }}>
            <strong>{department.name}</strong>
            <span>
              {text('manager')}: {name(department.manager)}
            </span>
            <Flex gap={4}>
              <Button
                size="small"
                type="text"
                icon={<EditOutlined />}
                aria-label={`${text('edit')}: ${department.name}`}
                onClick={() => edit(department)}
              />
              <Button
                size="small"
                type="text"
                danger
                icon={<DeleteOutlined />}
                aria-label={`${text('remove')}: ${department.name}`}
                onClick={() => void remove(department)}
              />
            </Flex>
          </li>
        ))}
      </ul>
      <Button icon={<PlusOutlined />} onClick={() => edit('new')}>
        {text('addDepartment')}
      </Button>
      {editing !== null && (
        <DepartmentDialog
          answer={answer}
          department={editing === 'new' ? null : editing}
          onClose={() => edit(null)}
          onChanged={onChanged}
        />
      )}
    </>
  )
}
