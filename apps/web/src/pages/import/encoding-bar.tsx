import { encodingNames, textEncodings, type Import } from '@pipewright/contract'
import { useUiLocale } from '@pipewright/ui'
import { Button, Flex, Select } from 'antd'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import type { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useImportText } from './use-import-text.ts'

interface EncodingBarProps {
  readonly job: Import
  /** What was uploaded; gone when the page was loaded anew. */
  readonly file: File | undefined
  readonly call: ReturnType<typeof useCall>
  /** Takes over the import, read anew. */
  readonly onAnswer: (job: Import) => void
  /** Goes back to where a file is chosen. */
  readonly onAgain: () => void
}

const id = 'import-encoding'
const byItself = 'automatic'

/** In which encoding a text file was read, and another to read it anew in: the file is sent again. */
export function EncodingBar({ job, file, call, onAnswer, onAgain }: EncodingBarProps) {
  const workspace = useWorkspace().workspace.key
  const text = useImportText()
  const locale = useUiLocale()
  const { readAs } = job
  if (readAs === null) return null
  const name = encodingNames[readAs.encoding][locale]
  if (file === undefined || job.state !== 'uploaded')
    return (
      <Flex wrap gap={8} align="center">
        <span className="quiet">{text('encodingFixed', { name })}</span>
        <Button size="small" onClick={onAgain}>
          {text('encodingAgain')}
        </Button>
      </Flex>
    )
  const read = async (chosen: string) => {
    const form = new FormData()
    form.append('file', file)
    const encoding = textEncodings.find((one) => one === chosen)
    const query = encoding === undefined ? {} : { encoding }
    const params = { workspace, id: job.id }
    const answer = await call.run(() => client.call('readImportAgain', { params, query, form }))
    if (answer !== undefined) onAnswer(answer)
  }
  return (
    <div className="import-encoding">
      <CallNotice problem={call.problem} lost={call.lost} />
      <Flex wrap gap={8} align="center">
        <label htmlFor={id}>{text('encoding')}</label>
        <Select
          id={id}
          className="import-encodings"
          classNames={{ popup: { root: 'import-encodings-offered' } }}
          loading={call.busy}
          value={readAs.chosen ? readAs.encoding : byItself}
          options={[
            {
              value: byItself,
              label: readAs.chosen ? text('encodingByItself') : text('encodingFound', { name }),
            },
            ...textEncodings.map((value) => ({ value, label: encodingNames[value][locale] })),
          ]}
          onChange={(chosen: string) => {
            // Not disabled meanwhile: whoever came to it by keys stays there.
            if (!call.busy) void read(chosen)
          }}
        />
        <span className="quiet">{text('encodingHint')}</span>
      </Flex>
    </div>
  )
}
