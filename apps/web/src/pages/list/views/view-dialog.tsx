import type { SavedView, ViewSettings, ViewSharing } from '@pipewright/contract'
import { Form, Input, Modal, Radio } from 'antd'
import { client } from '../../../queries/client.ts'
import { useViewCache } from '../../../queries/views.ts'
import { CallNotice } from '../../../session/call-notice.tsx'
import { useCall } from '../../../session/use-call.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { SharedWith } from './shared-with.tsx'

interface Values {
  readonly name: string
  readonly with: ViewSharing['with']
  readonly roles?: string[]
  readonly departments?: string[]
  readonly locked?: boolean
}

export interface ViewDialogProps {
  readonly form: string
  /** The view that is named and shared anew; without it one is made of `settings`. */
  readonly view?: SavedView
  readonly name?: string
  readonly settings: ViewSettings
  readonly onClose: () => void
  readonly onSaved: (view: SavedView) => void
}

function useSave({ form, view, settings, onSaved }: ViewDialogProps) {
  const workspace = useWorkspace().workspace.key
  const call = useCall()
  const cache = useViewCache(workspace)
  const save = async ({ name, locked = false, roles = [], departments = [], ...values }: Values) => {
    const sharing: ViewSharing =
      values.with === 'some'
        ? { with: 'some', roles, departments }
        : { with: values.with, roles: [], departments: [] }
    const common = { name, sharing, locked: values.with !== 'nobody' && locked }
    const saved = await call.run(() =>
      view === undefined
        ? client.call('createView', { params: { workspace, form }, body: { ...common, settings } })
        : client.call('updateView', {
            params: { workspace, id: view.id },
            body: { ...common, version: view.version },
          }),
    )
    await cache.refresh(form)
    if (saved !== undefined) onSaved(saved)
  }
  return { call, save }
}

/** How a view is called and who finds it. */
export function ViewDialog(props: ViewDialogProps) {
  const { form, view, name = '', onClose } = props
  const text = useText()
  const [values] = Form.useForm<Values>()
  const { call, save } = useSave(props)
  const sharing = Form.useWatch('with', values)
  const initial: Values = {
    name: view?.name ?? name,
    with: view?.sharing.with ?? 'nobody',
    roles: view?.sharing.roles ?? [],
    departments: view?.sharing.departments ?? [],
    locked: view?.locked ?? false,
  }
  const options = [
    { value: 'nobody', label: text('viewWithNobody') },
    { value: 'everybody', label: text('viewWithEverybody') },
    { value: 'some', label: text('viewWithSome') },
  ]
  return (
    <Modal
      open
      title={text(view === undefined ? 'viewSaveTitle' : 'viewEditTitle')}
      okText={text('save')}
      cancelText={text('cancel')}
      confirmLoading={call.busy}
      onOk={() => values.submit()}
      onCancel={onClose}
    >
      <CallNotice problem={call.problem} lost={call.lost} />
      <Form
        form={values}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(entered) => void save(entered)}
      >
        <Form.Item
          name="name"
          label={text('viewName')}
          rules={[{ required: true, whitespace: true, message: text('nameMissing') }]}
        >
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="with" label={text('viewSharing')}>
          <Radio.Group options={options} className="view-sharing" />
        </Form.Item>
        <SharedWith form={form} sharing={sharing} />
      </Form>
    </Modal>
  )
}
