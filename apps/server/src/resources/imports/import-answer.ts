import type { Import, Locale } from '@pipewright/contract'
import {
  alikeTold,
  missingRecords,
  previewRows,
  readDiffering,
  readFilesTold,
  targetTitles,
  type Connection,
  type ImportJob,
} from '@pipewright/db'
import type { MemberScene } from '../../scene/member-scene.ts'
import { alikeAnswer } from './alike-answer.ts'
import { namedTitles, readableValues, wholeLines } from './readable-values.ts'
import { fileProblem, importError, rowProblem } from './row-messages.ts'

const previewed = 20
const filesTold = 100

type Values = Import['preview'][number]['values']

/** What is to be told of the files that came with it; which ones no row names is known after a check. */
async function filesAnswer(
  connection: Connection,
  { workspace }: MemberScene,
  { id, files, state }: ImportJob,
  locale: Locale,
): Promise<Import['files']> {
  const told = await readFilesTold(connection, workspace, id, filesTold)
  const isChecked = state !== 'uploaded' && state !== 'checking'
  return {
    name: files?.name ?? '',
    count: files?.count ?? 0,
    refusedCount: told.refusedCount,
    refused: told.refused.map(({ path, problem }) => ({ path, message: fileProblem(problem, path, locale) })),
    unusedCount: isChecked ? told.unusedCount : 0,
    unused: isChecked ? [...told.unused] : [],
  }
}

/** Where rows of the same records differ; known after a check. */
async function differingAnswer(
  connection: Connection,
  { workspace }: MemberScene,
  { id, state, lines, bad, warned }: ImportJob,
): Promise<Import['differing']> {
  const mayDiffer = state === 'checked' && lines > 0 && bad + warned > 0
  return mayDiffer ? readDiffering(connection, workspace, id) : []
}

/** An import as its maker sees it; values only of fields that may still be read. */
export async function importAnswer(
  connection: Connection,
  scene: MemberScene,
  job: ImportJob,
  locale: Locale,
): Promise<Import> {
  const {
    createdBy: _,
    locale: _read,
    zone: _zone,
    changeSet,
    position,
    error,
    columns,
    mapping,
    writes,
    files,
    ...rest
  } = job
  const isOver = job.state === 'done' || job.state === 'failed' || job.state === 'cancelled'
  const rows =
    job.state === 'checked' ? await previewRows(connection, scene.workspace, job.id, previewed) : []
  const form = scene.app.form(job.form)
  const readable: (values: Readonly<Record<string, unknown>>) => Values =
    form === undefined ? () => ({}) : readableValues(scene, form)
  const named = await targetTitles(connection, scene, job.form, rows)
  const looks = await alikeTold(connection, scene, job.form, rows)
  return {
    ...rest,
    columns: columns.map(({ column, name, samples }) => ({ column, name, samples: samples.slice(0, 5) })),
    mapping: mapping.map((column) => ({ ...column })),
    writes: { ...writes, by: [...writes.by] },
    files: files === null ? null : await filesAnswer(connection, scene, job, locale),
    preview: rows.map(({ row, values, target, was }) => ({
      alike: alikeAnswer(looks.get(row)),
      row,
      values: readable(form === undefined ? {} : wholeLines(form, values, was)),
      record: target === null ? null : { id: target, title: named.get(target) ?? '' },
      was: was === null ? null : readable(was),
    })),
    titles: {
      ...(form === undefined
        ? {}
        : await namedTitles(
            connection,
            scene,
            form,
            rows.flatMap(({ values, was }) => [readable(values), readable(was ?? {})]),
          )),
      ...Object.fromEntries(
        missingRecords(scene, job.form, mapping).map(({ id, title }) => [id, title] as const),
      ),
    },
    differing: await differingAnswer(connection, scene, job),
    problems: job.problems.map((problem) => rowProblem(problem, locale)),
    warnings: job.warnings.map((warning) => rowProblem(warning, locale)),
    error: importError(error, locale, position > 0),
    change: job.state === 'done' || (isOver && position > 0) ? changeSet : null,
  }
}
