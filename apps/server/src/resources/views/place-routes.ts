import { changeFavourites, readPlaces } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { announceTo } from './view-work.ts'

/** What a member comes back to: his favourites, and the records he opened last. */
export function registerPlaces(app: FastifyInstance, services: Services): void {
  const { database } = services

  register(app, 'listPlaces', async ({ member }) => {
    const { favourites, recent } = await readPlaces(database, member())
    return { favourites: [...favourites], recent: [...recent] }
  })

  register(app, 'changeFavourites', async ({ body, member }) => {
    const scene = member()
    if (!(await changeFavourites(database, scene, body))) refuse('too-many-favourites')
    await announceTo(services, scene, scene.actor.memberId)
  })
}
