import type { ConversionPreview } from '@pipewright/contract'
import { convertRecord, previewConversion, writeTransaction } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { recordAnswer, warningsAnswer } from '../records/answers.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { writeOnce } from '../records/write-once.ts'

/** Turning records into others, such as a lead into an account, a contact and an opportunity. */
export function registerConversions(app: FastifyInstance, services: Services): void {
  register(app, 'previewConversion', async ({ params, member }) => {
    const { form, id, conversion } = params
    const outcome = await writeTransaction(services.database, (tx) =>
      previewConversion(tx, member(), form, id, conversion),
    )
    return orRefuse(outcome).preview as unknown as ConversionPreview
  })

  register(app, 'convertRecord', async ({ params, body, member, request, locale }) => {
    const scene = member()
    const { form, id, conversion } = params
    const { created, open, record, warnings } = await writeOnce(services, { scene, request }, (tx) =>
      convertRecord(tx, scene, form, id, conversion, body),
    )
    const ids = Object.entries(created).map(([step, made]): [string, string[]] => [step, [...made]])
    return {
      created: Object.fromEntries(ids),
      open,
      record: recordAnswer(record),
      warnings: warningsAnswer(warnings, locale),
    }
  })
}
