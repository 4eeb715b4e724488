import type { AnswerOf, Routes } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Moment } from '@pipewright/renderer'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotAnswered } from './not-answered.tsx'
import { useCounted } from './use-counted.ts'

type Past = AnswerOf<Routes['listImports']>['imports'][number]

function PastImport({ id, fileName, rows, lines, at }: Past) {
  const counted = useCounted({ lines })
  return (
    <li>
      <Link to={`?import=${id}`} className="pw-link">
        {fileName}
      </Link>
      <span className="quiet">
        {` ${counted('importDone', rows)} `}
        <Moment at={at} />
      </span>
    </li>
  )
}

/** What came in of late: each can be opened again and undone. */
export function PastImports({ form }: { form: Form }) {
  const params = { workspace: useWorkspace().workspace.key, form: form.key }
  const text = useText()
  const query = useQuery({
    queryKey: ['imports', params.workspace, params.form],
    queryFn: () => client.call('listImports', { params }),
  })
  const imports = query.data?.imports ?? []
  if (imports.length === 0 && !query.isError) return null
  return (
    <section aria-label={text('importPast')}>
      <h2 className="import-heading">{text('importPast')}</h2>
      <NotAnswered asked={query} />
      <ul className="import-past">
        {imports.map((one) => (
          <PastImport key={one.id} {...one} />
        ))}
      </ul>
    </section>
  )
}
