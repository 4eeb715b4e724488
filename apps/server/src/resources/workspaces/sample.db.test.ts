import { appUnderTest, query } from '@pipewright/testing'
import { expect, test } from 'vitest'

test.each(['en', 'zh'] as const)('the sample of the template is installed in %s, coherent and around today', async (locale) => {
  await using world = await appUnderTest()
  const owner = await world.owner()
  const body = { name: 'Acme', template: 'lead-to-payment', sample: true, locale, zone: 'Asia/Shanghai' } as const
  const before = performance.now()
  const { key } = await owner.call('createWorkspace', { body })
  console.log('took', performance.now() - before)
  const [count] = await query<{ accounts: number; orphans: number; total: string }>(
    world.databaseUrl,
    `select count(*)::int as accounts, count(*) filter (where created_at > now())::int as orphans, '' as total from ws_${key}.account`,
  )
  expect(count).toMatchObject({ accounts: 220, orphans: 0 })
})
