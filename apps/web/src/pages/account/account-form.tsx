import type { BodyOf, Routes, Session } from '@pipewright/contract'
import { Alert, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CallNotice } from '../../session/call-notice.tsx'
import { useText } from '../../texts/use-text.ts'
import { useAccountText } from './use-account-text.ts'
import { useUpdateAccount } from './use-update-account.ts'
import { ZoneSelect } from './zone-select.tsx'

type Entries = Required<BodyOf<Routes['updateAccount']>>

const languages = [
  { value: 'en', label: 'English' },
  { value: 'zh', label: '中文' },
]

interface AccountFormProps {
  readonly account: NonNullable<Session['account']>
}

/** Name, language and time zone, which are drawn everywhere as soon as they are saved. */
export function AccountForm({ account }: AccountFormProps) {
  const shell = useText()
  const text = useAccountText()
  const { i18n } = useTranslation()
  const { busy, problem, lost, update } = useUpdateAccount()
  const [isSaved, setSaved] = useState(false)
  const save = async (entries: Entries) => {
    setSaved(false)
    setSaved(await update(entries))
  }
  return (
    <Form<Entries>
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true }}
      initialValues={{ name: account.name, locale: i18n.language, zone: account.zone }}
      onValuesChange={() => setSaved(false)}
      onFinish={(entries) => void save(entries)}
    >
      <CallNotice problem={problem} lost={lost} />
      <Form.Item
        name="name"
        label={shell('name')}
        rules={[{ required: true, whitespace: true, message: text('nameMissing') }]}
      >
        <Input autoComplete="name" maxLength={100} />
      </Form.Item>
      <Form.Item label={shell('email')} htmlFor="account-email" extra={text('emailHint')}>
        <Input id="account-email" autoComplete="username" readOnly variant="filled" value={account.email} />
      </Form.Item>
      <Form.Item name="locale" label={shell('language')} extra={text('languageHint')}>
        <Select options={languages} />
      </Form.Item>
      <Form.Item name="zone" label={text('zone')} extra={text('zoneHint')}>
        <ZoneSelect />
      </Form.Item>
      {isSaved && <Alert type="success" showIcon title={text('saved')} style={{ marginBottom: 16 }} />}
      <Button type="primary" htmlType="submit" loading={busy}>
        {shell('save')}
      </Button>
    </Form>
  )
}
