import { Form, Input, InputNumber, Select, Switch } from 'antd'
import { useSettingsText } from './use-settings-text.ts'

/** Which server mail goes out through. */
export function ServerFields() {
  const t = useSettingsText()
  return (
    <>
      <Form.Item name="enabled" label={t('mailEnabled')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="host" label={t('mailHost')} rules={[{ required: true }]}>
        <Input placeholder="smtp.example.com" autoComplete="off" maxLength={253} />
      </Form.Item>
      <Form.Item name="security" label={t('mailSecurity')}>
        <Select
          options={[
            { value: 'tls', label: t('mailTls') },
            { value: 'starttls', label: t('mailStarttls') },
            { value: 'none', label: t('mailNone') },
          ]}
        />
      </Form.Item>
      <Form.Item name="port" label={t('mailPort')} rules={[{ required: true }]}>
        <InputNumber min={1} max={65_535} precision={0} />
      </Form.Item>
    </>
  )
}

/** How to sign in there. */
export function SignInFields({ hasPassword }: { readonly hasPassword: boolean }) {
  const t = useSettingsText()
  return (
    <>
      <Form.Item name="username" label={t('mailUser')} extra={t('mailUserHint')}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('mailPassword')}
        extra={hasPassword ? t('mailPasswordKept') : undefined}
      >
        <Input.Password autoComplete="new-password" maxLength={500} />
      </Form.Item>
    </>
  )
}

/** Whom mails come from. */
export function SenderFields() {
  const t = useSettingsText()
  return (
    <>
      <Form.Item name="senderName" label={t('mailSenderName')} rules={[{ required: true }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="senderAddress"
        label={t('mailSenderAddress')}
        rules={[{ required: true, type: 'email', message: t('mailBadAddress') }]}
      >
        <Input inputMode="email" maxLength={254} />
      </Form.Item>
    </>
  )
}
