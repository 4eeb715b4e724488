import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('favourites and what was opened last follow a member to another device, in his order', async ({
  journey,
  world,
  isMobile,
}) => {
  const { t, at } = journey
  const rep = await world.api('rep')
  const params = { workspace: world.workspace, form: 'account' }
  const name = t('Kept close', '常用客户')
  const { id } = await rep.call('createRecord', { params, body: { values: { name } } })
  const page = await journey.as('rep')
  const star = page.getByRole('button', { name: t('Favourite', '收藏'), exact: true })
  const starred = () => rep.call('listPlaces', { params: { workspace: world.workspace } })

  await test.step('what this browser kept before is taken over once', async () => {
    const [member] = await world.sql<{ id: string }>(
      'select m.id from _member m join account a on a.created_by = m.id where a.id = $1',
      [id],
    )
    await page.goto(at('/f/lead'))
    await page.evaluate(
      ([key, value]) => window.localStorage.setItem(key ?? '', value ?? ''),
      [`pipewright.favourites.${member?.id}`, JSON.stringify([{ path: '/f/contact', form: 'contact' }])],
    )
    await page.reload()
    await expect
      .poll(async () => (await starred()).favourites.map(({ path }) => path))
      .toEqual(['/f/contact'])
    await expect
      .poll(() =>
        page.evaluate(() => Object.keys(window.localStorage).filter((key) => key.includes('favourites'))),
      )
      .toEqual([])
  })

  await test.step('a list, a view and a record get a star', async () => {
    await star.click()
    await page
      .getByRole('button', { name: t('Options of', '选项') })
      .first()
      .click()
    await page.getByRole('menuitem', { name: t('Add to favourites', '加入收藏') }).click()
    await expect.poll(async () => (await starred()).favourites.length).toBe(3)
    await page.goto(at(`/f/account/${id}`))
    await star.click()
    await expect(star).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(async () => (await starred()).favourites.length).toBe(4)
  })

  const other = await journey.as('rep')
  const menu = async () => {
    if (isMobile) await other.getByRole('button', { name: t('Menu', '菜单'), exact: true }).tap()
  }
  const section = other
    .getByRole('navigation', { name: t('Menu', '菜单') })
    .locator('section')
    .filter({
      has: other.getByRole('heading', { name: t('Favourites', '收藏') }),
    })

  await test.step('another device shows them, to be put in order by keyboard', async () => {
    await other.goto(at('/todo'))
    await menu()
    const link = section.getByRole('link', { name })
    await expect(section.getByRole('link')).toHaveCount(4)
    await expectAccessible(other, 'favourites in the navigation')
    await link.focus()
    await other.keyboard.press('Alt+ArrowUp')
    await expect(section.getByRole('link').nth(2)).toHaveText(name)
    await expect.poll(async () => (await starred()).favourites[2]?.title).toBe(name)
  })

  await test.step('what was opened there is found in the empty search, and vanishes when it is gone', async () => {
    await page.keyboard.press('Escape')
    await other.goto(at('/todo'))
    await other.getByRole('button', { name: new RegExp(t('Search everything', '全局搜索')) }).click()
    const hit = other.getByRole('option', { name: new RegExp(name) })
    await expect(hit).toBeVisible()
    await expectAccessible(other, 'search before anything is typed')
    await world.sql('update account set owner = null where id = $1', [id])
    await other.reload()
    await other.getByRole('button', { name: new RegExp(t('Search everything', '全局搜索')) }).click()
    await expect(other.getByRole('option').first()).toBeVisible()
    await expect(hit).toHaveCount(0)
  })
  await world.sql('delete from _look where record = $1', [id])
  await world.sql('delete from account where id = $1', [id])
  await world.sql(`update _desk set favourites = '[]'`)
})
