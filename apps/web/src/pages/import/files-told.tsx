import type { Import } from '@pipewright/contract'
import { Alert } from 'antd'
import { useText } from '../../texts/use-text.ts'

interface NamesProps {
  readonly names: readonly string[]
  readonly more: boolean
}

function Names({ names, more }: NamesProps) {
  return (
    <ul className="import-reasons">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
      {more && <li>…</li>}
    </ul>
  )
}

/** Files of the zip that cannot be attached, each with its reason. */
export function RefusedFiles({ job: { files } }: { job: Import }) {
  const text = useText()
  if (files === null || files.refusedCount === 0) return null
  const names = files.refused.map(({ message }) => message)
  return (
    <Alert
      type="warning"
      showIcon
      title={text('importFilesRefused', { count: files.refusedCount })}
      description={<Names names={names} more={files.refusedCount > names.length} />}
    />
  )
}

/** What is to be minded of the files after a check: those that stay out, and why. */
export function FilesTold({ job }: { job: Import }) {
  const text = useText()
  const { files } = job
  if (files === null) return null
  return (
    <>
      <RefusedFiles job={job} />
      {files.unusedCount > 0 && (
        <Alert
          type="info"
          showIcon
          title={text('importFilesUnused', { count: files.unusedCount })}
          description={<Names names={files.unused} more={files.unusedCount > files.unused.length} />}
        />
      )}
    </>
  )
}
