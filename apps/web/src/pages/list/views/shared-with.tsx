import type { ViewSharing } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { Checkbox, Form, Select } from 'antd'
import { useFormViews } from '../../../queries/views.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'

/** With whom a view is shared, and whether they may change it. */
export function SharedWith({ form, sharing }: { form: string; sharing: ViewSharing['with'] | undefined }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const roles = useFormViews(app.workspace.key, form, true).data?.roles ?? []
  if (sharing === 'nobody') return null
  return (
    <>
      {sharing === 'some' && (
        <>
          <Form.Item
            name="roles"
            label={text('viewRoles')}
            dependencies={['departments']}
            rules={[
              ({ getFieldValue }) => ({
                validator: async (_, value: string[] | undefined) => {
                  const departments = (getFieldValue('departments') ?? []) as string[]
                  if ((value ?? []).length + departments.length === 0)
                    throw new Error(text('viewSomeMissing'))
                },
              }),
            ]}
          >
            <Select
              mode="multiple"
              options={roles.map(({ key, label }) => ({ value: key, label: localize(label, locale) }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Form.Item>
          <Form.Item name="departments" label={text('viewDepartments')}>
            <Select
              mode="multiple"
              options={app.departments.map(({ id, name }) => ({ value: id, label: name }))}
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Form.Item>
        </>
      )}
      <Form.Item name="locked" valuePropName="checked" extra={text('viewRightsHint')}>
        <Checkbox>{text('viewLock')}</Checkbox>
      </Form.Item>
    </>
  )
}
