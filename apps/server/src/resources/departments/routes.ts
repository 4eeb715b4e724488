import type { BodyOf, Routes } from '@pipewright/contract'
import {
  announceMembers,
  DatabaseError,
  deleteDepartment,
  insertDepartment,
  isBelow,
  lockMembers,
  updateDepartment,
  type Connection,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse, refuseField } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { refuseBadManager, refuseBadPlace, refuseUnlessManager } from '../members/check-entries.ts'
import { tidy } from '../session/check-person.ts'

type Entries = BodyOf<Routes['createDepartment']>

async function checkEntries(tx: Connection, scene: MemberScene, entries: Entries): Promise<Entries> {
  const name = tidy(entries.name)
  if (name === '') refuseField('/name', 'required')
  await refuseBadManager(tx, scene, entries.manager)
  await refuseBadPlace(tx, scene, { department: entries.parent }).catch(() =>
    refuseField('/parent', 'not-an-option'),
  )
  return { ...entries, name }
}

/** Nothing stands below itself. */
async function refuseCircle(
  tx: Connection,
  { workspace }: MemberScene,
  id: string,
  parent: string | null,
): Promise<void> {
  if (parent !== null && (await isBelow(tx, workspace, { parent, department: id })))
    refuseField('/parent', 'not-an-option')
}

const inUse = (error: unknown): never => {
  if (error instanceof DatabaseError && error.kind === 'foreignKey') refuse('department-in-use')
  throw error
}

/** The tree of departments: for those who manage members. */
export function registerDepartments(app: FastifyInstance, services: Services): void {
  const { database, announcements } = services

  /** One change of the tree at a time, announced, because it changes who may see what. */
  async function change<T>(scene: MemberScene, work: (tx: Connection) => Promise<T>): Promise<T> {
    refuseUnlessManager(scene)
    const result = await database.transaction(async (tx) => {
      await lockMembers(tx, scene.workspace)
      const done = await work(tx)
      await announceMembers(tx, scene.workspace)
      return done
    })
    announcements.tell({ subject: scene.workspace.schema, what: 'members' })
    return result
  }

  register(app, 'createDepartment', async ({ body, member }) => {
    const scene = member()
    return change(scene, async (tx) => {
      const department = { id: scene.newId(), ...(await checkEntries(tx, scene, body)) }
      await insertDepartment(tx, scene.workspace, department)
      return department
    })
  })

  register(app, 'updateDepartment', async ({ params, body, member }) => {
    const scene = member()
    return change(scene, async (tx) => {
      const department = { id: params.id, ...(await checkEntries(tx, scene, body)) }
      await refuseCircle(tx, scene, params.id, body.parent)
      if (!(await updateDepartment(tx, scene.workspace, department))) refuse('not-found')
      return department
    })
  })

  register(app, 'deleteDepartment', async ({ params, member }) => {
    const scene = member()
    await change(scene, async (tx) => {
      if (!(await deleteDepartment(tx, scene.workspace, params.id))) refuse('not-found')
    }).catch(inUse)
  })
}
