import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { boxOf, choose } from '../setup/form-hand.ts'
import { expect, test } from '../setup/test.ts'
import { emailOf, nameOf, password, type Locale, type Person } from '../setup/world.ts'

type Say = (en: string, zh: string) => string

async function signIn(page: Page, t: Say, person: Person, locale: Locale) {
  await page.getByLabel(t('E-mail', '邮箱')).fill(emailOf(person, locale))
  await page.getByLabel(t('Password', '密码'), { exact: true }).fill(password)
  await page.getByRole('button', { name: t('Sign in', '登录'), exact: true }).click()
  await expect(page).not.toHaveURL(/sign-in/)
}

async function signOut(page: Page, t: Say, person: Person, locale: Locale) {
  await page.getByRole('button', { name: nameOf(person, locale), exact: true }).click()
  await page.getByRole('menuitem', { name: t('Sign out', '退出登录') }).click()
  await expect(page).toHaveURL(/sign-in/)
}

test('a half-filled form waits for the person who filled it, and for nobody else', async ({
  journey,
  world,
  journeyLocale: locale,
}) => {
  test.slow()
  const { t, at } = journey
  const rep = await world.api('rep')
  const params = { workspace: world.workspace }
  const account = t('Draft & Sons', '草稿贸易')
  await rep.call('createRecord', {
    params: { ...params, form: 'account' },
    body: { values: { name: account } },
  })
  const known = await rep.call('createRecord', {
    params: { ...params, form: 'contact' },
    body: { values: { name: t('Known contact', '已有联系人'), job_title: t('Buyer', '采购') } },
  })

  const page = await journey.stranger()
  const field = (key: string) => page.locator(`[data-field=${key}]`)
  const name = boxOf(page, t('Name', '姓名'))
  const notes = boxOf(page, t('WeChat', '微信号'))
  const half = t('Half a contact', '半个联系人')
  const later = t('To be finished after lunch', '午饭后再补')
  const restored = page.getByText(
    t('What you typed earlier is here again. It is not saved yet.', '已恢复您之前输入的内容，尚未保存。'),
  )
  const hasAll = async () => {
    await expect(restored).toBeVisible()
    await expect(name).toHaveValue(half)
    await expect(notes).toHaveValue(later)
    await expect(field('account')).toContainText(account)
    await expect(field('role_in_deal')).toContainText(t('Decision maker', '决策人'))
  }

  await test.step('it survives a reload at once after the last key', async () => {
    await page.goto(at('/f/contact/new'))
    await signIn(page, t, 'rep', locale)
    await expect(name).toBeVisible()
    await expect(restored).toHaveCount(0)
    await name.fill(half)
    await choose(page, t('Account', '所属客户'), account, account)
    await choose(page, t('Role in decisions', '决策角色'), t('Decision maker', '决策人'))
    await notes.fill(later)
    await page.reload()
    await hasAll()
    await expectAccessible(page, 'restored form')
  })

  await test.step('so does a half-changed record', async () => {
    await page.goto(at(`/f/contact/${known.id}`))
    await boxOf(page, t('Job title', '职务')).fill(t('Head of buying', '采购总监'))
  })

  await test.step('another person at the same browser sees neither', async () => {
    await signOut(page, t, 'rep', locale)
    await page.goto(at('/f/contact/new'))
    await signIn(page, t, 'owner', locale)
    await expect(name).toBeVisible()
    await expect(restored).toHaveCount(0)
    await expect(name).toHaveValue('')
    await page.goto(at(`/f/contact/${known.id}`))
    await expect(boxOf(page, t('Job title', '职务'))).toHaveValue(t('Buyer', '采购'))
    await signOut(page, t, 'owner', locale)
  })

  await test.step('whoever typed it finds both again', async () => {
    await page.goto(at(`/f/contact/${known.id}`))
    await signIn(page, t, 'rep', locale)
    await expect(boxOf(page, t('Job title', '职务'))).toHaveValue(t('Head of buying', '采购总监'))
    await page.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
    await expect
      .poll(
        async () =>
          (await rep.call('getRecord', { params: { ...params, form: 'contact', id: known.id } })).values,
      )
      .toMatchObject({ job_title: t('Head of buying', '采购总监') })
    await page.goto(at('/f/contact/new'))
    await hasAll()
  })

  await test.step('saving empties the form for the next one', async () => {
    await page.getByRole('button', { name: t('Save and new', '保存并继续录入') }).click()
    await expect(page.getByText(t(`“${half}” was created.`, `“${half}”已创建。`))).toBeVisible()
    await expect(name).toHaveValue('')
    await expect(name).toBeFocused()
    await expect(restored).toHaveCount(0)
    await page.reload()
    await expect(name).toHaveValue('')
    const kept = await world.sql<{ notes: string; role: string }>(
      'select wechat as notes, role_in_deal as role from contact where name = $1',
      [half],
    )
    expect(kept).toEqual([{ notes: later, role: 'decision_maker' }])
  })

  await test.step('a copy starts with what it is a copy of, and is a draft of its own', async () => {
    await page.goto(at(`/f/contact/${known.id}`))
    // A section of the form is called the same.
    const more = page.getByRole('button', { name: t('More', '更多'), exact: true })
    await more.and(page.locator('.ant-dropdown-trigger')).click()
    await page.getByRole('menuitem', { name: t('Copy', '复制') }).click()
    await expect(page).toHaveURL(/\/f\/contact\/new/)
    await expect(boxOf(page, t('Job title', '职务'))).toHaveValue(t('Head of buying', '采购总监'))
    await name.fill(t('Twin', '孪生'))
    await page.reload()
    await expect(restored).toBeVisible()
    await expect(name).toHaveValue(t('Twin', '孪生'))
    await page.getByRole('button', { name: t('Start over', '重新填写') }).click()
    await expect(name).toHaveValue(t('Known contact', '已有联系人'))
    await name.fill(t('Twin', '孪生'))
    await page.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
    await expect(page.getByRole('heading', { name: t('Twin', '孪生') })).toBeVisible()
  })

  await test.step('a form says what its builder wrote, and opens what he chose', async () => {
    const owner = await world.api('owner')
    const after = async (afterCreate: object | null) => {
      const { version } = await owner.call('getDraft', { params })
      const edits = [{ type: 'setForm', form: 'contact', changes: { afterCreate } }]
      const draft = await owner.call('editDraft', { params, body: { version, edits: edits as never } })
      const { token } = await owner.call('getImpact', { params })
      await owner.call('publishDraft', { params, body: { version: draft.version, token } })
    }
    const message = { en: 'Thank you. Now tell the office.', zh: '谢谢，请通知内勤。' }
    const create = async (called: string) => {
      await page.goto(at('/f/contact/new'))
      await name.fill(called)
      await page.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
    }
    await after({ message, open: 'list' })
    await create('C1')
    await expect(page.getByText(t(message.en, message.zh))).toBeVisible()
    await expect(page).toHaveURL(/\/f\/contact(\?|$)/)
    await after({ message, open: 'new' })
    await create('C2')
    await expect(page.getByText(t(message.en, message.zh))).toBeVisible()
    await expect(name).toHaveValue('')
    await after({ open: 'link', url: at('/f/account') })
    await create('C3')
    await expect(page).toHaveURL(/\/f\/account(\?|$)/)
    await after(null)
    const made = await world.sql<{ name: string }>(
      "select name from contact where name in ('C1', 'C2', 'C3') order by name",
    )
    expect(made.map((row) => row.name)).toEqual(['C1', 'C2', 'C3'])
  })
})
