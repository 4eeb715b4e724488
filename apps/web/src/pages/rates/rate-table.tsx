import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import type { ExchangeRate } from '@pipewright/contract'
import { EmptyState } from '@pipewright/ui'
import { Button, Flex, Table } from 'antd'
import { useText } from '../../texts/use-text.ts'
import { rateKey } from './rates-answer.ts'

const onePage = 100

interface RateTableProps {
  readonly rates: readonly ExchangeRate[]
  readonly onEdit: (rate: ExchangeRate) => void
  readonly onRemove: (rate: ExchangeRate) => void
}

export function RateTable({ rates, onEdit, onRemove }: RateTableProps) {
  const text = useText()
  const currencies = [...new Set(rates.map(({ currency }) => currency))]
  return (
    <Table<ExchangeRate>
      size="middle"
      rowKey={rateKey}
      dataSource={[...rates]}
      pagination={rates.length > onePage ? { pageSize: onePage } : false}
      locale={{ emptyText: <EmptyState icon="money" title={text('noRates')} text={text('noRatesHint')} /> }}
      columns={[
        {
          title: text('currency'),
          dataIndex: 'currency',
          className: 'pw-one-line',
          filters: currencies.map((value) => ({ text: value, value })),
          onFilter: (value, { currency }) => currency === value,
        },
        { title: text('rateFrom'), dataIndex: 'from', className: 'pw-one-line' },
        {
          title: text('rate'),
          align: 'end',
          render: (_value, { currency, home, rate }) => `1 ${currency} = ${rate} ${home}`,
        },
        {
          width: 100,
          render: (_value, rate) => (
            <Flex gap={4}>
              <Button
                size="small"
                type="text"
                icon={<EditOutlined />}
                aria-label={`${text('edit')}: ${rate.currency} ${rate.from}`}
                onClick={() => onEdit(rate)}
              />
              <Button
                size="small"
                type="text"
                danger
                icon={<DeleteOutlined />}
                aria-label={`${text('remove')}: ${rate.currency} ${rate.from}`}
                onClick={() => onRemove(rate)}
              />
            </Flex>
          ),
        },
      ]}
    />
  )
}
