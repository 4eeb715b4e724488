import type { Import, ImportColumn, ImportPreset, ImportWrites } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { useState } from 'react'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { comparedFields, standingAlike } from './alike-rules.ts'
import { keptChoice, keptMapping } from './kept-mapping.ts'
import { useMappingColumns } from './mapping-columns.tsx'
import { withPreset } from './match-preset.ts'
import { firstWrites, keyTargets, standingKeys } from './record-keys.ts'
import { useImportText } from './use-import-text.ts'
import { withFiles } from './with-files.ts'

/** How columns are matched so far, and what the rows do. */
export function useMatch(form: Form, job: Import) {
  const rights = useWorkspace().rights[form.key]
  const locale = useUiLocale()
  const idLabel = useImportText()('recordId')
  const [mapping, setMapping] = useState<readonly ImportColumn[]>(job.mapping)
  const put = (next: ImportColumn) =>
    setMapping(
      [...mapping.filter(({ column }) => column !== next.column), next].sort((a, b) => a.column - b.column),
    )
  const [writes, setWrites] = useState<ImportWrites>(() => firstWrites(job, rights))
  const keys = rights === undefined ? [] : keyTargets(form, rights, mapping, locale, idLabel)
  const by = standingKeys(writes, keys)
  const compared = comparedFields(form, rights, mapping, writes.mode)
  const { alike: chosen, ...rows } = { ...writes, by }
  const alike = standingAlike(chosen, rights?.update === true)
  const asked: ImportWrites = compared.length === 0 ? rows : { ...rows, alike }
  const contents = { finds: writes.mode !== 'create', files: job.files !== null }
  const columns = useMappingColumns(form, mapping, put, contents)
  return {
    mapping,
    asked,
    alike,
    compared,
    setWrites,
    columns,
    contents,
    /** Some column fills a field, and it is told which records are meant where some may be there. */
    isReady: mapping.some(({ field }) => field !== null) && (!contents.finds || by.length > 0),
    takePreset: (preset: ImportPreset) => {
      setMapping(withPreset(job, job.mapping, preset))
      setWrites(preset.writes)
    },
    takeFiles: (answer: Import) => setMapping(withFiles(form, mapping, answer.mapping)),
    takeReading: (answer: Import) => {
      setMapping(keptMapping(job, mapping, answer))
      setWrites(keptChoice(firstWrites(job, rights), writes, firstWrites(answer, rights)))
    },
  }
}
