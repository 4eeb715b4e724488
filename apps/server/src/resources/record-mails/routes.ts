import {
  addReceivedMail,
  knownAddresses,
  mailSettings,
  openForMail,
  readableFiles,
  sendMailAgain,
  takeMailBack,
  writeRecordMail,
  writeTransaction,
  type MailRow,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { writeOnce } from '../records/write-once.ts'
import { mailAnswer } from './mail-answer.ts'
import { recordMailJob } from './send-record-mails.ts'

/** Mails that members write from records: they stand in the timeline, waiting, sent or failed. */
export function registerRecordMails(app: FastifyInstance, services: Services): void {
  const { database } = services
  recordMailJob(app, services)

  async function answer(scene: MemberScene, mail: MailRow) {
    const files = mail.files.length === 0 ? [] : await readableFiles(database, scene, mail.files)
    return mailAnswer(new Map(files.map((file) => [file.id, file])))(mail)
  }

  async function refuseWhileOff({ workspace }: MemberScene): Promise<void> {
    if ((await mailSettings(database, workspace))?.enabled !== true) refuse('mail-off')
  }

  register(app, 'getMailStart', async ({ params, member, account }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    orRefuse(await openForMail(database, scene, site))
    const settings = await mailSettings(database, scene.workspace)
    return {
      sender: settings?.enabled === true ? { name: scene.memberName, address: settings.senderAddress } : null,
      replyTo: account().email,
      known: (await knownAddresses(database, scene, site)).map((one) => ({ ...one })),
    }
  })

  register(app, 'sendRecordMail', async ({ params, body, member, request }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    await refuseWhileOff(scene)
    const { to, cc = [], subject, text, files = [], next = null } = body
    const { mail } = await writeOnce(services, { scene, request }, (tx) =>
      writeRecordMail(tx, scene, site, { to, cc, subject, text, files, next }),
    )
    return answer(scene, mail)
  })

  register(app, 'addReceivedMail', async ({ params, body, member, request }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    const { cc = [], files = [], ...rest } = body
    const { mail } = await writeOnce(services, { scene, request }, (tx) =>
      addReceivedMail(tx, scene, site, { ...rest, cc, files }, scene.cause),
    )
    return answer(scene, mail)
  })

  register(app, 'resendRecordMail', async ({ params, member }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    await refuseWhileOff(scene)
    const { mail } = orRefuse(
      await writeTransaction(database, (tx) => sendMailAgain(tx, scene, site, params.mail)),
    )
    return answer(scene, mail)
  })

  register(app, 'deleteRecordMail', async ({ params, member }) => {
    const scene = member()
    const site = { form: params.form, record: params.id }
    orRefuse(await writeTransaction(database, (tx) => takeMailBack(tx, scene, site, params.mail)))
  })
}
