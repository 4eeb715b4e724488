import type { TableDifference } from '@pipewright/contract'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

const kinds = {
  missing: 'tablesMissing',
  different: 'tablesDifferent',
  extra: 'tablesExtra',
  crowded: 'tablesCrowded',
} as const

function Difference({ difference }: { readonly difference: TableDifference }) {
  const text = useText()
  const { type, table, name, what, wanted, found } = difference
  return (
    <li>
      {text(kinds[type])}: <code>{what === 'table' ? table : `${table}.${name}`}</code>
      {wanted !== undefined && ` · ${text('tablesWanted', { wanted })}`}
      {type === 'different' && found !== undefined && ` · ${text('tablesFound', { found })}`}
    </li>
  )
}

/** Compares the tables that are there with those the app needs, when somebody asks. */
export function TableCheck() {
  const app = useWorkspace()
  const text = useText()
  const call = useCall()
  const [differences, found] = useState<readonly TableDifference[] | null>(null)
  const check = async () => {
    const params = { workspace: app.workspace.key }
    const answer = await call.run(() => client.call('checkTables', { params }))
    if (answer !== undefined) found(answer.differences)
  }
  return (
    <section>
      <h2 className="kept-heading">{text('tablesTitle')}</h2>
      <p>{text('tablesIntro')}</p>
      <CallNotice problem={call.problem} lost={call.lost} />
      <div role="status">
        {differences?.length === 0 && <Alert type="success" showIcon title={text('tablesRight')} />}
        {differences !== null && differences.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={text('tablesWrong')}
            description={
              <ul className="kept-differences">
                {differences.map((difference) => (
                  <Difference
                    key={`${difference.what} ${difference.table} ${difference.name}`}
                    difference={difference}
                  />
                ))}
              </ul>
            }
          />
        )}
      </div>
      <Button className="kept-check" loading={call.busy} onClick={() => void check()}>
        {text('tablesCheck')}
      </Button>
    </section>
  )
}
