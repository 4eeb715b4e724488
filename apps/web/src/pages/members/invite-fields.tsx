import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { Form, Input, Select } from 'antd'
import { useText } from '../../texts/use-text.ts'
import type { MembersAnswer } from './members-answer.ts'

/** Whom to invite, as what, and into which department. */
export function InviteFields({ answer }: { answer: MembersAnswer }) {
  const text = useText()
  const locale = useUiLocale()
  const roles = answer.roles.map((role) => ({ value: role.key, label: localize(role.label, locale) }))
  const departments = answer.departments.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Form.Item
        name="email"
        label={text('email')}
        rules={[{ required: true, type: 'email', message: text('emailWrong') }]}
      >
        <Input autoFocus inputMode="email" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="roles"
        label={text('roles')}
        rules={[{ required: true, message: text('rolesMissing') }]}
      >
        <Select mode="multiple" options={roles} />
      </Form.Item>
      <Form.Item name="department" label={text('department')}>
        <Select allowClear options={departments} />
      </Form.Item>
    </>
  )
}
