import { ProblemError } from '@pipewright/contract'
import { Alert, Button, Input } from 'antd'
import { useId, useState } from 'react'
import { usePublicText } from './use-public-text.ts'

/** Asks for the password of a page. */
export function PublicPassword(props: { readonly onEnter: (password: string) => Promise<void> }) {
  const t = usePublicText()
  const id = useId()
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const enter = async () => {
    setBusy(true)
    try {
      await props.onEnter(password)
    } catch (error) {
      setWrong(error instanceof ProblemError ? error.problem.title : t('lost'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void enter()
      }}
    >
      <p className="public-intro">{t('locked')}</p>
      {wrong !== null && (
        <Alert type="error" showIcon title={wrong} role="alert" style={{ marginBottom: 16 }} />
      )}
      <label htmlFor={id}>{t('password')}</label>
      <Input.Password
        id={id}
        value={password}
        autoComplete="off"
        onChange={(event) => setPassword(event.target.value)}
        style={{ margin: '4px 0 16px' }}
      />
      <Button type="primary" htmlType="submit" loading={busy} disabled={password === ''}>
        {t('enter')}
      </Button>
    </form>
  )
}
