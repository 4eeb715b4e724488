import { appUnderTest, signedInMember } from '@pipewright/testing'
import { expect, test } from 'vitest'

const params = { workspace: 'acme' }

test('an installed app has the name of its workspace and leads its member to what he may make', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const owner = await world.owner()
  const rep = (await signedInMember(world, { ...params, roles: ['rep'] })).browser
  const finance = (await signedInMember(world, { ...params, roles: ['finance'] })).browser
  const manifest = await rep.call('getWebManifest', { params })
  const { workspace } = await owner.call('getApp', { params })
  expect(manifest).toMatchObject({ id: '/w/acme', name: workspace.name, start_url: '/w/acme', scope: '/' })
  expect(manifest.shortcuts.map(({ url }) => url)).toEqual([
    '/w/acme/todo',
    '/w/acme/f/opportunity/new',
    '/w/acme/f/lead/new',
    '/w/acme/f/account/new',
  ])
  const others = await finance.call('getWebManifest', { params })
  expect(others.shortcuts.map(({ url }) => url)).not.toContain('/w/acme/f/lead/new')
  expect(manifest.icons.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(2)
})

test('the app of a workspace is told to its members alone', async () => {
  await using world = await appUnderTest({ prepared: 'workspace' })
  const answer = await world.app.inject('/api/w/acme/app.webmanifest')
  expect(answer.statusCode).toBe(401)
})
