import { expect, test } from '../setup/test.ts'

test('a lead that is given to somebody else leaves the open list of who had it by itself', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const rep = await world.api('rep')
  const params = { workspace: world.workspace, form: 'lead' }
  const mark = t('Passed on', '转走')
  const create = (name: string) => rep.call('createRecord', { params, body: { values: { name } } })
  const [goes, stays] = [await create(`${mark} 1`), await create(`${mark} 2`)]
  const page = await journey.as('rep')
  const shown = (name: string) => page.getByRole('main').getByText(name, { exact: true })
  await page.goto(at(`/f/lead?q=${encodeURIComponent(mark)}`))
  await expect(shown(goes.title)).toBeVisible()
  await expect(shown(stays.title)).toBeVisible()

  const owner = await world.api('owner')
  const [other] = await world.sql<{ member: string }>(
    'select owner as member from account where owner <> (select owner from lead where id = $1) limit 1',
    [goes.id],
  )
  if (other === undefined) throw new Error('the sample data has accounts of one owner only')
  await owner.call('updateRecord', {
    params: { ...params, id: goes.id },
    body: { version: goes.version, values: {}, owner: other.member },
  })
  await expect(shown(goes.title)).toHaveCount(0)
  await expect(shown(stays.title)).toBeVisible()
})
