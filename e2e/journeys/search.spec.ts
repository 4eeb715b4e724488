import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'
import { expectThumbSized } from '../setup/thumb.ts'

test('a record is found by a part of its name, its spelling or its number, and an action by its words', async ({
  journey,
  world,
  isMobile,
}) => {
  const { t, at } = journey
  const rep = await world.api('rep')
  const make = async (form: string, values: Record<string, string>) =>
    (await rep.call('createRecord', { params: { workspace: world.workspace, form }, body: { values } })).id
  const [name, person] = [t('Halcyon Optics', '晨曦光学仪器'), t('Imogen Farrow', '欧阳曦月')]
  const account = await make('account', { name })
  const contact = await make('contact', { name: person, account, phone: '+44 20 7946 0857' })

  const page = await journey.as('rep')
  const search = page.getByRole('button', { name: new RegExp(t('Search everything', '全局搜索')) })
  const box = page.getByRole('combobox', { name: t('Search everything', '全局搜索') })
  const hit = (title: string) => page.getByRole('option', { name: new RegExp(title) })
  const open = async () => {
    if (isMobile) await search.tap()
    else await page.keyboard.press('Control+k')
    await expect(box).toBeFocused()
  }
  const leave = async () => {
    if (isMobile) await page.getByRole('button', { name: t('Cancel', '取消'), exact: true }).tap()
    else await page.keyboard.press('Escape')
    await expect(box).toBeHidden()
  }

  await test.step('by a part of its name, or as it is spelled', async () => {
    await page.goto(at('/todo'))
    await expect(search).toBeVisible()
    await open()
    for (const typed of [t('lcyon opt', '曦光学'), t('HALCYON', 'chenxiguang'), t('optics hal', 'cxgx')]) {
      await box.fill(typed)
      await expect(hit(name)).toBeVisible()
      await box.fill('')
      await expect(hit(name)).toHaveCount(0)
    }
  })

  await test.step('by a part of its number, which is shown with where it stands', async () => {
    await box.fill('79460857')
    await expect(hit(person)).toContainText('7946 0857')
    await expectAccessible(page, 'search with what it found')
    if (isMobile) await expectThumbSized(page, 'search with what it found')
    await leave()
  })

  await test.step('Enter at once opens what was typed, however slow the answer is, and nothing found before', async () => {
    await open()
    await box.fill(person)
    await expect(hit(person)).toBeVisible()
    await page.route('**/search?*', async (route) => {
      await new Promise((resolve) => {
        setTimeout(resolve, 1500)
      })
      await route.continue()
    })
    await box.fill(name)
    await box.press('Enter')
    await expect(page).toHaveURL(at(`/f/account/${account}`))
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await page.unroute('**/search?*')
  })

  await test.step('an action is reached by the arrows and done by Enter', async () => {
    await open()
    await box.fill(t('new contact', '新建联系人'))
    const action = page.getByRole('option', { name: t('New contact', '新建联系人') })
    await expect(action).toBeVisible()
    await reach(page, action)
    await box.press('Enter')
    await expect(page).toHaveURL(at('/f/contact/new'))
  })

  await test.step('what is typed before the search is loaded is not lost, and is typed nowhere else', async () => {
    await page.goto(at('/f/account'))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    let goOn = (): void => undefined
    const held = new Promise<void>((resolve) => {
      goOn = resolve
    })
    await page.route('**/palette-dialog-*', async (route) => {
      await held
      await route.continue()
    })
    if (isMobile) await search.tap()
    else await page.keyboard.press('Control+k')
    await expect(page.getByRole('textbox', { name: t('Search everything', '全局搜索') })).toBeFocused()
    await page.keyboard.insertText(person)
    await expectAccessible(page, 'search that is being loaded')
    goOn()
    await expect(box).toBeFocused()
    await expect(box).toHaveValue(person)
    await expect(hit(person)).toBeVisible()
    await leave()
    await page.unroute('**/palette-dialog-*')
  })

  await test.step('a colleague finds neither', async () => {
    const other = await journey.as('otherRep')
    await other.goto(at('/todo'))
    await other.getByRole('button', { name: new RegExp(t('Search everything', '全局搜索')) }).click()
    await other.getByRole('combobox', { name: t('Search everything', '全局搜索') }).fill('79460857')
    await expect(
      other.getByText(t('Nothing found for “79460857”.', '没有找到“79460857”。')).first(),
    ).toBeVisible()
  })

  await world.sql('delete from _look where record = any($1)', [[account, contact]])
  await world.sql('delete from contact where id = $1', [contact])
  await world.sql('delete from account where id = $1', [account])
})

/** Presses the arrow until this one is chosen. */
async function reach(page: Page, option: ReturnType<Page['getByRole']>): Promise<void> {
  const places = await page.getByRole('option').count()
  for (let press = 0; press < places; press += 1) {
    if ((await option.getAttribute('aria-selected')) === 'true') return
    await page.keyboard.press('ArrowDown')
  }
  await expect(option).toHaveAttribute('aria-selected', 'true')
}
