import type { Department } from '@pipewright/contract'
import { Form, Input, Select } from 'antd'
import { useText } from '../../texts/use-text.ts'
import type { MembersAnswer } from './members-answer.ts'

/** Name, place in the tree and manager of a department. */
export function DepartmentFields(props: { answer: MembersAnswer; department: Department | null }) {
  const { answer, department } = props
  const text = useText()
  const departments = answer.departments
    .filter(({ id }) => id !== department?.id)
    .map(({ id, name }) => ({ value: id, label: name }))
  const people = answer.members
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Form.Item
        name="name"
        label={text('departmentName')}
        rules={[{ required: true, whitespace: true, message: text('nameMissing') }]}
      >
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item name="parent" label={text('parentDepartment')}>
        <Select allowClear options={departments} />
      </Form.Item>
      <Form.Item name="manager" label={text('manager')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={people} />
      </Form.Item>
    </>
  )
}
