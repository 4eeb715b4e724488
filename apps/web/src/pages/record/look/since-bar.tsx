import { EyeOutlined } from '@ant-design/icons'
import type { Look } from '@pipewright/contract'
import { Moment, useSinceWords } from '@pipewright/renderer'
import { Alert, Button } from 'antd'
import { useText } from '../../../texts/use-text.ts'

/** What others changed since the member last looked at the record. */
export function SinceBar(props: { form: string; look: Look & { since: string }; onSeen: () => void }) {
  const { form, look, onSeen } = props
  const text = useText()
  const { said } = useSinceWords(form, look)
  return (
    <Alert
      type="info"
      showIcon
      icon={<EyeOutlined />}
      className="since-bar"
      title={
        <>
          {text('sinceTitle')} (<Moment at={look.since} />)
        </>
      }
      description={
        <ul>
          {said.map(({ key, sentence, lines }) => (
            <li key={key}>
              {sentence}
              {lines.length > 0 && (
                <span className="pw-quiet">{` · ${lines.map((line) => line.text).join(' · ')}`}</span>
              )}
            </li>
          ))}
          {look.comments > 0 && <li>{text('sinceComments', { count: look.comments })}</li>}
        </ul>
      }
      action={
        <Button size="small" onClick={onSeen}>
          {text('sinceSeen')}
        </Button>
      }
    />
  )
}
