import type { Import, Locale } from '@pipewright/contract'
import { missingRecords, previewRows, previewTitles, type Connection, type ImportJob } from '@pipewright/db'
import type { MemberScene } from '../../scene/member-scene.ts'
import { importError, rowProblem } from './row-messages.ts'

const previewed = 20

/** An import as its maker sees it; values only of fields that may still be read. */
export async function importAnswer(
  connection: Connection,
  scene: MemberScene,
  job: ImportJob,
  locale: Locale,
): Promise<Import> {
  const { createdBy: _, error, columns, mapping, ...rest } = job
  const rights = scene.rights.forms[job.form]
  const rows =
    job.state === 'checked' ? await previewRows(connection, scene.workspace, job.id, previewed) : []
  const readable = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(values).filter(([key]) => rights !== undefined && Object.hasOwn(rights.fields, key)),
    )
  return {
    ...rest,
    columns: columns.map(({ column, name, samples }) => ({ column, name, samples: samples.slice(0, 5) })),
    mapping: mapping.map((column) => ({ ...column })),
    preview: rows.map(({ row, values }) => ({
      row,
      values: readable(values) as Import['preview'][number]['values'],
    })),
    titles: {
      ...(await previewTitles(
        connection,
        scene,
        scene.app.form(job.form)?.fields.values() ?? [],
        rows.map(({ values }) => readable(values)),
      )),
      ...Object.fromEntries(
        missingRecords(scene, job.form, mapping).map(({ id, title }) => [id, title] as const),
      ),
    },
    problems: job.problems.map((problem) => rowProblem(problem, locale)),
    warnings: job.warnings.map((warning) => rowProblem(warning, locale)),
    error: importError(error, locale),
  }
}
