import { expectAccessible } from '../setup/accessibility.ts'
import { expect, test } from '../setup/test.ts'

test('two who save the same field decide field by field, once more if somebody is faster again, and lose nothing', async ({
  journey,
  world,
}) => {
  test.slow()
  const { t, at } = journey
  const rep = await world.api('rep')
  const params = { workspace: world.workspace, form: 'opportunity' }
  const texts = {
    before: t('Call', '去电'),
    mine: t('Send the offer', '发报价'),
    theirs: t('Wait for the budget', '等预算'),
    again: t('Ask the director', '请示总监'),
  }
  const made = await rep.call('createRecord', {
    params,
    body: { values: { name: t('Twice at once', '同时修改'), next_step: texts.before, amount: '100.00' } },
  })
  const record = { ...params, id: made.id }
  const stored = () => rep.call('getRecord', { params: record })
  const change = async (values: Record<string, string>) =>
    rep.call('updateRecord', { params: record, body: { version: (await stored()).version, values } })

  const page = await journey.as('owner')
  const box = (key: string) => page.locator(`[data-field=${key}]`).locator('input, textarea').first()
  const save = page.locator('.pw-form-foot button[type=submit]')
  const asked = page.getByRole('dialog', {
    name: t('Somebody else saved this record meanwhile', '此记录已被他人修改'),
  })
  const choice = (key: string) => asked.getByRole('radiogroup', { name: key })
  const step = t('Next step', '下一步')
  const decide = asked.getByRole('button', { name: t('Save this', '按此保存') })
  await page.goto(at(`/f/opportunity/${made.id}`))
  await box('next_step').fill(texts.mine)
  await box('name').fill(t('Twice at once, mine', '同时修改，我的'))

  await test.step('what others change shows at once, except in the field being typed into', async () => {
    await change({ next_step: texts.theirs, amount: '250.00' })
    await expect(box('amount')).toHaveValue(/250/)
    await expect(box('next_step')).toHaveValue(texts.mine)
    await expect(page.locator('.pw-changed')).toContainText(step)
  })

  await test.step('saving asks for each field; going on typing keeps all words, over a reload too', async () => {
    await save.click()
    await expect(choice(step)).toContainText(texts.theirs)
    await expect(choice(step)).toContainText(texts.mine)
    await expect(asked.getByText(t('Before: Call', '原值：去电'))).toBeVisible()
    await expectAccessible(page, 'two changes of one field')
    await asked.getByRole('button', { name: t('Keep editing', '继续编辑') }).click()
    await expect(box('next_step')).toHaveValue(texts.mine)
    await page.reload()
    await expect(box('next_step')).toHaveValue(texts.mine)
    expect((await stored()).values['next_step']).toBe(texts.theirs)
  })

  await test.step('whoever is faster while one decides is asked about as well, and what is chosen is saved', async () => {
    await save.click()
    await expect(choice(step)).toContainText(texts.theirs)
    await change({ next_step: texts.again })
    await decide.click()
    await expect(choice(step)).toContainText(texts.again)
    await choice(step)
      .getByRole('radio', { name: new RegExp(texts.again) })
      .check()
    await decide.click()
    await expect(asked).toBeHidden()
    const { values } = await stored()
    expect(values).toMatchObject({
      name: t('Twice at once, mine', '同时修改，我的'),
      next_step: texts.again,
      amount: '250.00',
    })
    await expect(box('next_step')).toHaveValue(texts.again)
    await expect(box('name')).toHaveValue(t('Twice at once, mine', '同时修改，我的'))
    await page.reload()
    await expect(box('next_step')).toHaveValue(texts.again)
  })
})
