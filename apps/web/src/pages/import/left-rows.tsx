import { ShownRows } from './shown-rows.tsx'
import type { JobStepProps } from './step-props.ts'
import { useImportText } from './use-import-text.ts'

/** Rows that stayed out because they probably were there already, each with what it looks like. */
export function LeftRows(props: JobStepProps) {
  const label = useImportText()('leftTitle', { count: props.job.left })
  return (
    <>
      <h2 className="import-heading">{label}</h2>
      <ShownRows {...props} show="left" label={label} />
    </>
  )
}
