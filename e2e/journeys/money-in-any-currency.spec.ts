import type { AnswerOf, Routes } from '@pipewright/contract'
import { expectAccessible } from '../setup/accessibility.ts'
import { publishForm } from '../setup/large-form.ts'
import { expect, test } from '../setup/test.ts'

type Form = AnswerOf<Routes['getDraft']>['definition']['forms'][number]

const tradeForm: Form = {
  key: 'trade',
  label: { en: 'Trade', zh: '外贸订单' },
  labelPlural: { en: 'Trades', zh: '外贸订单' },
  titleField: 'name',
  fields: [
    { type: 'text', key: 'name', label: { en: 'Name', zh: '名称' }, required: true },
    { type: 'date', key: 'signed', label: { en: 'Signed on', zh: '签约日期' } },
    {
      type: 'foreignMoney',
      key: 'price',
      label: { en: 'Price', zh: '合同金额' },
      currency: 'USD',
      currencies: ['USD', 'EUR', 'CNY'],
      home: 'CNY',
      rateDate: 'signed',
    },
  ],
  layout: {
    sections: [
      {
        key: 'main',
        columns: 1,
        items: [{ field: 'name' }, { field: 'signed' }, { field: 'price' }],
      },
    ],
  },
}

test('an amount in another currency is entered, counted by the rate of its day, and follows when that is changed', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const owner = await world.api('owner')
  await publishForm(owner, world.workspace, tradeForm)
  const page = await journey.as('owner')

  await test.step('rates are pasted from a table', async () => {
    await page.goto(at('/rates'))
    await page.getByRole('button', { name: t('Paste rates', '粘贴汇率') }).click()
    const box = page.getByRole('textbox', { name: t('Paste rates', '粘贴汇率') })
    await box.fill('Currency\tFrom\tRate\nUSD\t2026-01-01\t7.1\nEUR\t2026/1/1\t7.8')
    await page.getByRole('button', { name: t('Take over 2 rates', '导入 2 个汇率') }).click()
    await expect(page.getByText('1 USD = 7.1 CNY')).toBeVisible()
    await expectAccessible(page, 'exchange rates')
  })

  await test.step('an order in dollars', async () => {
    await page.goto(at('/f/trade/new'))
    const field = (key: string) => page.locator(`[data-field="${key}"]`)
    await field('name').getByRole('textbox').fill('Ningbo')
    await field('signed').getByRole('textbox').fill('2026-02-03')
    await page.keyboard.press('Tab')
    await field('price').getByRole('textbox').fill('1200.5')
    await expectAccessible(page, 'a form with an amount')
    await page.getByRole('button', { name: t('Create', '创建'), exact: true }).click()
    await expect(page.getByText(t('CNY 8,523.55 at 7.1', '汇率 7.1')).first()).toBeVisible()
  })

  await test.step('the rate was wrong', async () => {
    await page.goto(at('/rates'))
    await page.getByRole('button', { name: t('Edit: USD 2026-01-01', '编辑: USD 2026-01-01') }).click()
    await page.getByRole('textbox', { name: t('Rate', '汇率'), exact: true }).fill('7')
    await page.getByRole('button', { name: t('Save', '保存'), exact: true }).click()
    await expect(page.getByText('1 USD = 7 CNY')).toBeVisible()
    const worth = async () => {
      const [row] = await world.sql<{ worth: string }>(
        `select price_home::text as worth from trade where name = 'Ningbo'`,
      )
      return row?.worth
    }
    await expect.poll(worth).toBe('8403.50')
    await page.goto(at('/f/trade'))
    await expect(page.getByText(/1,200\.50/).first()).toBeVisible()
  })
})
