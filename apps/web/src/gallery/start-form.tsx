import { Button, Form, Input, Switch } from 'antd'
import { useState } from 'react'
import { useText } from '../texts/use-text.ts'

export interface StartChoice {
  readonly name: string
  readonly sample: boolean
}

/** Name of the workspace and, for a template, whether sample records come with it. */
export function StartForm(props: {
  hasSample: boolean
  busy: boolean
  onStart: (choice: StartChoice) => void
}) {
  const text = useText()
  const [name, setName] = useState<string | null>(null)
  const [sample, setSample] = useState(true)
  const given = name ?? text('workspaceNameDefault')
  const start = () =>
    props.onStart({ name: given.trim() || text('workspaceNameDefault'), sample: props.hasSample && sample })
  return (
    <Form layout="inline" colon={false} className="gallery-start" onFinish={start}>
      <Form.Item label={text('workspaceName')} htmlFor="workspace-name">
        <Input
          id="workspace-name"
          value={given}
          maxLength={100}
          onChange={(event) => setName(event.target.value)}
        />
      </Form.Item>
      {props.hasSample && (
        <Form.Item label={text('withSample')} htmlFor="with-sample">
          <Switch id="with-sample" checked={sample} onChange={setSample} aria-label={text('withSample')} />
        </Form.Item>
      )}
      <Button type="primary" size="large" htmlType="submit" loading={props.busy}>
        {props.busy ? text('starting') : text('startButton')}
      </Button>
    </Form>
  )
}
