import { ArrowLeftOutlined, PrinterOutlined } from '@ant-design/icons'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useNavigate } from 'react-router'
import { useText } from '../../texts/use-text.ts'
import type { ChosenLayout } from './chosen-layout.ts'

/** Values of the select that are no key of a layout. */
const everything = ''
const ofEach = '*'

export interface PrintToolsProps {
  readonly form: Form
  readonly layout: ChosenLayout
  /** Several records may have different layouts of their own. */
  readonly many?: boolean
  /** Path of the page to go back to. */
  readonly from: string
  readonly onLayout: (layout: ChosenLayout) => void
}

/** Above the paper: back, the layout, and print. */
export function PrintTools({ form, layout, many = false, from, onLayout }: PrintToolsProps) {
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const onPaper = (form.layouts ?? []).filter(({ print }) => print === true)
  const toLayout = (value: string): ChosenLayout => {
    if (value === ofEach) return undefined
    return value === everything ? null : value
  }
  return (
    <div className="print-tools">
      <Button icon={<ArrowLeftOutlined />} onClick={() => void navigate(from)}>
        {text('back')}
      </Button>
      {onPaper.length > 0 && (
        <Select
          className="print-layout"
          popupMatchSelectWidth={false}
          aria-label={text('printLayout')}
          value={layout === undefined ? ofEach : (layout ?? everything)}
          options={[
            ...(many ? [{ value: ofEach, label: text('printOfEach') }] : []),
            ...onPaper.map((one) => ({ value: one.key, label: localize(one.label, locale) })),
            { value: everything, label: text('printAll') },
          ]}
          onChange={(value) => onLayout(toLayout(value))}
        />
      )}
      <Button type="primary" autoFocus icon={<PrinterOutlined />} onClick={() => window.print()}>
        {text('printRecord')}
      </Button>
    </div>
  )
}
