import type { BodyOf, ReportAnswer, Routes } from '@pipewright/contract'
import { runReport } from '@pipewright/db'
import { isReport, type Report } from '@pipewright/schemas'
import type { ErrorObject } from 'ajv'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { schemaProblems } from '../../problems/schema-problems.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'

/** A saved report by its key, or one that is being built; never both. */
function reportOf({ app }: MemberScene, { report, definition }: BodyOf<Routes['runReport']>): Report {
  if ((report === undefined) === (definition === undefined)) refuse('bad-request')
  if (report !== undefined) return app.index.report(report) ?? refuse('not-found')
  if (isReport(definition)) return definition
  const errors = schemaProblems((isReport.errors ?? []) as ErrorObject[])
  return refuse('invalid', {
    errors: errors.map((error) => ({ ...error, pointer: `/definition${error.pointer}` })),
  })
}

/** Figures; what may be counted is decided where the statement is planned. */
export function registerReports(app: FastifyInstance, { database }: Services): void {
  register(app, 'runReport', async ({ body, member }) => {
    const scene = member()
    const { answer } = orRefuse(await runReport(database, scene, reportOf(scene, body), body.filter))
    return answer as ReportAnswer
  })
}
