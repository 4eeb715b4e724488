import {
  announceDrafts,
  discardDraft,
  draftImpact,
  getDraft,
  listRevisions,
  previewTypeChange,
  publishDraft,
  rebaseDraft,
  redoDraft,
  restoreRevision,
  saveEdits,
  undoDraft,
  type Connection,
  type DraftResult,
  type DraftTurn,
  type EditRefused,
  type WorkspaceRef,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { isProven } from '../../auth/proven.ts'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { conversionTrials } from './conversion-trials.ts'
import { draftAnswer, impactAnswer, typeChangeAnswer } from './answers.ts'
import { draftOrRefuse, publishedOrRefuse } from './draft-refusal.ts'
import { refuseUnlessBuilder } from './policy.ts'
import { widensRoles } from './widens-roles.ts'

/** The largest body of edits: a form of 500 fields pasted at once. */
const editsLimit = 4 * 1024 * 1024

type Move = (on: Connection, workspace: WorkspaceRef, turn: DraftTurn) => Promise<DraftResult<EditRefused>>

const turnOf = ({ actor, now }: MemberScene, version: number): DraftTurn => ({
  member: actor.memberId,
  version,
  now,
})

/** Going back and forth in a draft. */
const moves: Readonly<Record<'undoDraft' | 'redoDraft' | 'discardDraft', Move>> = {
  undoDraft,
  redoDraft,
  discardDraft,
}

function registerMoves(app: FastifyInstance, { database }: Services): void {
  for (const name of ['undoDraft', 'redoDraft', 'discardDraft'] as const) {
    register(app, name, async ({ body, member, locale }) => {
      const scene = member()
      refuseUnlessBuilder(scene)
      const result = await moves[name](database, scene.workspace, turnOf(scene, body.version))
      const draft = draftOrRefuse(result, locale)
      await announceDrafts(database, scene.workspace)
      return draftAnswer(draft)
    })
  }
}

function registerCarrying(app: FastifyInstance, { database }: Services): void {
  register(app, 'rebaseDraft', async ({ body, member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    const result = await rebaseDraft(database, scene.workspace, turnOf(scene, body.version))
    if (!result.ok) refuse(result.problem)
    await announceDrafts(database, scene.workspace)
    return {
      draft: draftAnswer(result.draft),
      conflicts: result.conflicts.map((sentence) => ({ ...sentence })),
    }
  })

  register(app, 'restoreRevision', async ({ body, member, locale }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    const turn = { ...turnOf(scene, body.version), revision: body.revision }
    const draft = draftOrRefuse(await restoreRevision(database, scene.workspace, turn), locale)
    await announceDrafts(database, scene.workspace)
    return draftAnswer(draft)
  })
}

function registerPublishing(app: FastifyInstance, services: Services): void {
  const { database, announcements } = services

  register(app, 'getImpact', async ({ member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    const impact = await draftImpact(database, scene.workspace, scene.actor.memberId)
    return impactAnswer(await conversionTrials(database, scene, impact))
  })

  register(app, 'previewTypeChange', async ({ body, member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    const request = { ...body, member: scene.actor.memberId }
    const answer = await previewTypeChange(database, scene.workspace, request)
    if (answer.ok) return typeChangeAnswer(answer.preview)
    if (answer.problem === 'not-found') refuse('not-found')
    refuse('edit-refused', { errors: [{ pointer: '/to', code: 'not-an-option' }] })
  })

  register(app, 'publishDraft', async ({ body, member, account, locale }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    if (!isProven(account(), scene.now)) {
      const { definition } = await getDraft(database, scene.workspace, scene.actor.memberId)
      if (widensRoles(scene.app.definition, definition)) refuse('confirm-password')
    }
    const { convertedAtOnce } = services.limits
    const turn = { ...turnOf(scene, body.version), token: body.token, convertedAtOnce }
    const result = await publishDraft(database, scene.workspace, turn)
    if (!result.ok && result.problem === 'impact-changed')
      refuse('impact-changed', {
        impact: impactAnswer(await conversionTrials(database, scene, result.impact)),
      })
    const published = publishedOrRefuse(result, locale)
    announcements.tell({ subject: scene.workspace.schema, what: 'revision' })
    await announceDrafts(database, scene.workspace)
    return published
  })

  register(app, 'listRevisions', async ({ member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    const revisions = await listRevisions(database, scene.workspace)
    return {
      revisions: revisions.map(({ changes, ...entry }) => ({
        ...entry,
        changes: changes.map((one) => ({ ...one })),
      })),
    }
  })
}

/** A builder's draft: edits, undo, impact, publish. */
export function registerDraft(app: FastifyInstance, services: Services): void {
  const { database } = services

  register(app, 'getDraft', async ({ member }) => {
    const scene = member()
    refuseUnlessBuilder(scene)
    return draftAnswer(await getDraft(database, scene.workspace, scene.actor.memberId))
  })

  register(
    app,
    'editDraft',
    async ({ body, member, locale }) => {
      const scene = member()
      refuseUnlessBuilder(scene)
      const turn = { ...turnOf(scene, body.version), edits: body.edits }
      const draft = draftOrRefuse(await saveEdits(database, scene.workspace, turn), locale)
      await announceDrafts(database, scene.workspace)
      return draftAnswer(draft)
    },
    { bodyLimit: editsLimit },
  )

  registerMoves(app, services)
  registerCarrying(app, services)
  registerPublishing(app, services)
}
