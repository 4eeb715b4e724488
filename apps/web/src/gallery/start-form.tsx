import { useUiLocale } from '@pipewright/ui'
import { Button, Form, Input, Select, Switch } from 'antd'
import { useState } from 'react'
import { useText } from '../texts/use-text.ts'
import { currencyChoices, usualCurrencyHere } from './currency-choices.ts'

export interface StartChoice {
  readonly name: string
  readonly sample: boolean
  /** What new amounts are in; undefined where the app brings it along. */
  readonly currency: string | undefined
}

/** Name of the workspace, what it counts in and, for a template, whether sample records come with it. */
export function StartForm(props: {
  /** The file of an app brings its own. */
  hasCurrency: boolean
  hasSample: boolean
  busy: boolean
  onStart: (choice: StartChoice) => void
}) {
  const text = useText()
  const locale = useUiLocale()
  const [name, setName] = useState<string | null>(null)
  const [sample, setSample] = useState(true)
  const [currency, countIn] = useState(usualCurrencyHere)
  const given = name ?? text('workspaceNameDefault')
  const start = () =>
    props.onStart({
      name: given.trim() || text('workspaceNameDefault'),
      sample: props.hasSample && sample,
      currency: props.hasCurrency ? currency : undefined,
    })
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
      {props.hasCurrency && (
        <Form.Item label={text('currency')} htmlFor="workspace-currency">
          <Select
            id="workspace-currency"
            className="gallery-currency"
            value={currency}
            options={currencyChoices(locale)}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            onChange={countIn}
          />
        </Form.Item>
      )}
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
