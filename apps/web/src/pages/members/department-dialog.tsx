import type { Department } from '@pipewright/contract'
import { Form, Modal } from 'antd'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { DepartmentFields } from './department-fields.tsx'
import type { MembersPart } from './members-answer.ts'

interface Values {
  name: string
  parent?: string | null
  manager?: string | null
}

export function DepartmentDialog(
  props: MembersPart & { department: Department | null; onClose: () => void },
) {
  const { answer, department, onClose, onChanged } = props
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const [form] = Form.useForm<Values>()
  const workspace = app.workspace.key
  const save = async ({ name, parent = null, manager = null }: Values) => {
    const body = { name, parent, manager }
    const done = await call.run(() =>
      department === null
        ? client.call('createDepartment', { params: { workspace }, body })
        : client.call('updateDepartment', { params: { workspace, id: department.id }, body }),
    )
    if (done === undefined) return
    onChanged()
    onClose()
  }
  return (
    <Modal
      open
      title={department === null ? text('addDepartment') : department.name}
      okText={text('save')}
      cancelText={text('cancel')}
      confirmLoading={call.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <CallNotice problem={call.problem} lost={call.lost} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={department ?? {}}
        onFinish={(values) => void save(values)}
      >
        <DepartmentFields answer={answer} department={department} />
      </Form>
    </Modal>
  )
}
