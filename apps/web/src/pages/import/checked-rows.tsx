import type { Import, ImportRowsShown } from '@pipewright/contract'
import { Flex, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useText } from '../../texts/use-text.ts'
import { DecideBar } from './decide-bar.tsx'
import { decided, type Decisions } from './decisions.ts'
import { outcomes } from './record-keys.ts'
import { ShownRows } from './shown-rows.tsx'
import type { JobStepProps } from './step-props.ts'
import { useImportText } from './use-import-text.ts'

interface RowKindsProps {
  readonly job: Import
  readonly show: ImportRowsShown
  readonly onShow: (show: ImportRowsShown) => void
}

/** What becomes of rows, as far as there are such. */
function RowKinds({ job, show, onShow }: RowKindsProps) {
  const text = useText()
  const own = useImportText()
  const { coming, made, changed, same } = outcomes(job)
  const kinds: { value: ImportRowsShown; label: string; count: number }[] = [
    { value: 'ask', label: own('showAsk'), count: job.undecided },
    { value: 'good', label: text('importShowGood'), count: coming },
    { value: 'new', label: text('importShowNew'), count: made },
    { value: 'changed', label: text('importShowChanged'), count: changed },
    { value: 'same', label: text('importShowSame'), count: same },
    { value: 'bad', label: text('importShowBad'), count: job.bad },
    { value: 'left', label: own('showLeft'), count: job.left },
    { value: 'alike', label: own('showAlike'), count: job.alike },
  ]
  const present = kinds.filter(({ value, count }) => value === 'good' || count > 0)
  if (present.length < 2) return null
  return (
    <Segmented
      aria-label={text('importShow')}
      value={show}
      onChange={onShow}
      options={present.map(({ value, label, count }) => ({
        value,
        label:
          job.lines === 0 ? text('importShowCount', { label, count }) : own('recordsShown', { label, count }),
      }))}
    />
  )
}

/** Every checked row, by what becomes of it, with a search over the cells of the file. */
export function CheckedRows(props: JobStepProps) {
  const { job } = props
  const text = useText()
  const [show, setShow] = useState<ImportRowsShown>(job.undecided > 0 ? 'ask' : 'good')
  const [search, setSearch] = useState('')
  const [decisions, setDecisions] = useState<Decisions>(new Map())
  return (
    <>
      <h2 className="import-heading">{text('importPreview')}</h2>
      <Flex wrap gap={8} className="import-actions">
        <RowKinds job={job} show={show} onShow={setShow} />
        <Input.Search
          className="import-search"
          maxLength={200}
          placeholder={text('importSearch')}
          aria-label={text('importSearch')}
          onSearch={(value) => setSearch(value.trim())}
        />
      </Flex>
      <DecideBar {...props} decisions={decisions} />
      <ShownRows
        {...props}
        show={show}
        search={search}
        label={text('importPreview')}
        decisions={decisions}
        onDecide={(row, fate, record) => setDecisions(decided(decisions, row, fate, record))}
      />
    </>
  )
}
