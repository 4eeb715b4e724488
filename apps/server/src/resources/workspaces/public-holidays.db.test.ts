import { appUnderTest } from '@pipewright/testing'
import { expect, test } from 'vitest'

test('a workspace in China begins with its public holidays, which an administrator may change; one elsewhere with none', async () => {
  await using world = await appUnderTest()
  const owner = await world.owner()
  const specialOf = async (workspace: string) =>
    (await owner.call('getApp', { params: { workspace } })).workspace.calendar.special ?? []
  const entries = { template: 'lead-to-payment', sample: false } as const
  const made = async (name: string, locale: 'en' | 'zh', zone: string) =>
    (await owner.call('createWorkspace', { body: { ...entries, name, locale, zone } })).key
  const shanghai = await made('Shanghai', 'zh', 'Asia/Shanghai')
  expect(await specialOf(shanghai)).toContainEqual({ day: '2026-10-10', name: '国庆节', works: true })
  expect(await specialOf(await made('London', 'en', 'Europe/London'))).toEqual([])
  await owner.call('changeWorkingDays', {
    params: { workspace: shanghai },
    body: { workdays: [1, 2, 3, 4, 5], special: [] },
  })
  await expect.poll(() => specialOf(shanghai)).toEqual([])
})
