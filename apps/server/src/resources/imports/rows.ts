import type { ImportRows, Locale } from '@pipewright/contract'
import { alikeTold, findImport, missingRecords, pageRows, targetTitles } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { alikeAnswer } from './alike-answer.ts'
import { importableForm } from './policy.ts'
import { namedTitles, readableValues, wholeLines } from './readable-values.ts'
import { rowProblem } from './row-messages.ts'

const perPage = 50

type Request = {
  readonly show: Parameters<typeof pageRows>[3]['show']
  readonly search: string
  readonly after: number
}

/** Checked rows of an import of the reader; values only of fields that may still be read. */
async function rowsOf(
  { database }: Services,
  scene: MemberScene,
  id: string,
  request: Request,
  locale: Locale,
): Promise<ImportRows> {
  const { workspace } = scene
  const job = (await findImport(database, workspace, id, scene.actor.memberId)) ?? refuse('not-found')
  const form = importableForm(scene, job.form)
  // What stayed out is told after the import as well.
  if (job.state !== 'checked' && !(request.show === 'left' && job.state === 'done')) refuse('import-state')
  const readable = readableValues(scene, form)
  const found = await pageRows(database, workspace, id, { ...request, most: perPage + 1 })
  const rows = found.slice(0, perPage)
  const named = await targetTitles(database, scene, job.form, rows)
  const looks = await alikeTold(database, scene, job.form, rows)
  const known = await namedTitles(
    database,
    scene,
    form,
    rows.flatMap(({ values, was }) => [readable(values), readable(was ?? {})]),
  )
  const made = missingRecords(scene, job.form, job.mapping).map(
    ({ id: record, title }) => [record, title] as const,
  )
  return {
    rows: rows.map(({ row, values, target, was, problems }) => ({
      row,
      values: readable(wholeLines(form, values, was)),
      record: target === null ? null : { id: target, title: named.get(target) ?? '' },
      was: was === null ? null : readable(was),
      alike: alikeAnswer(looks.get(row)),
      problems: (problems ?? []).map((problem) => rowProblem(problem, locale)),
    })),
    titles: { ...known, ...Object.fromEntries(made) },
    next: found.length > perPage ? String(rows.at(-1)?.row ?? 0) : null,
  }
}

/** Every checked row, page by page. */
export function registerRows(app: FastifyInstance, services: Services): void {
  register(app, 'listImportRows', async ({ params, query, member, locale }) => {
    const { show = 'good', search = '', after = '0' } = query
    return rowsOf(
      services,
      member(),
      params.id,
      { show, search: search.trim(), after: Number(after) },
      locale,
    )
  })
}
