import { ProblemError, type ToldApart } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { EmptyState, ErrorNotice, RowsSkeleton } from '@pipewright/ui'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { CallNotice } from '../../session/call-notice.tsx'
import { useMoment } from '../../shell/use-moment.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useDuplicateText } from './use-duplicate-text.ts'
import { useTell, useToldApart } from './use-duplicates.ts'

interface PairLineProps {
  readonly form: Form
  readonly pair: ToldApart
  readonly onTaken: () => void
}

function PairLine({ form, pair, onTaken }: PairLineProps) {
  const app = useWorkspace()
  const text = useDuplicateText()
  const moment = useMoment()
  const { call, together } = useTell(form.key)
  const name = app.people.find(({ id }) => id === pair.by)?.name ?? '–'
  const both = { one: pair.one.title || '–', other: pair.other.title || '–' }
  const take = async () => {
    if (await together([pair.one.id, pair.other.id])) onTaken()
  }
  return (
    <li className="alike-line">
      <div className="alike-what">
        {[pair.one, pair.other].map(({ id, title }) => (
          <Link key={id} className="alike-one" to={workspacePath(app, `/f/${form.key}/${id}`)}>
            {title || '–'}
          </Link>
        ))}
        <CallNotice problem={call.problem} lost={call.lost} />
      </div>
      <span className="alike-meta">{text('by', { name, at: moment(pair.at) })}</span>
      {pair.may && (
        <Button size="small" loading={call.busy} onClick={() => void take()}>
          {text('back')}
          <span className="pw-hidden-text"> {text('pair', both)}</span>
        </Button>
      )}
    </li>
  )
}

/** Pairs that look the same and are not, as somebody said, to be taken back. */
export function ToldApartList({ form }: { readonly form: Form }) {
  const text = useDuplicateText()
  const found = useToldApart(form.key)
  const { refresh } = useTell(form.key)
  const [isTaken, setTaken] = useState(false)
  const pairs = found.data?.pages.flatMap((page) => page.pairs) ?? []
  return (
    <>
      {isTaken && <Alert type="info" showIcon role="status" title={text('taken')} />}
      {found.isPending && <RowsSkeleton />}
      {found.isError && (
        <ErrorNotice
          problem={found.error instanceof ProblemError ? found.error.problem : null}
          onRetry={() => void found.refetch()}
        />
      )}
      {found.isSuccess && pairs.length === 0 && (
        <EmptyState icon="check" title={text('noPairs')} text={text('noPairsHint')} />
      )}
      {pairs.length > 0 && (
        <ul className="form-card alike-lines">
          {pairs.map((pair) => (
            <PairLine
              key={pair.one.id + pair.other.id}
              form={form}
              pair={pair}
              onTaken={() => {
                setTaken(true)
                void refresh()
              }}
            />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {text('more')}
        </Button>
      )}
    </>
  )
}
