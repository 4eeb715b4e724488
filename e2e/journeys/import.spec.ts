import type { Page } from '@playwright/test'
import { expectAccessible } from '../setup/accessibility.ts'
import { choose } from '../setup/form-hand.ts'
import { expect, test } from '../setup/test.ts'
import { expectNothingOutside } from '../setup/nothing-outside.ts'
import { workbookOfLeads } from '../setup/workbook-of-leads.ts'

type Say = (en: string, zh: string) => string

const csv = (lines: readonly string[]): Buffer => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8')

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  const type = name.endsWith('.xlsx')
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : 'text/csv'
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: type, buffer })
}

const check = (page: Page, t: Say) =>
  page.getByRole('button', { name: t('Check', '检查数据'), exact: true }).click()

const leadHead = (t: Say): string =>
  t('Contact name,Company,Phone,Next follow-up,Remarks', '联系人,公司名称,手机,下次跟进日期,展会备注')

test('leads come in from a CSV as spreadsheets write it, after the match is corrected', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const page = await journey.as('owner')
  const good = [
    `张伟,"Acme ""Quoted"", Ltd",0013900001111,3/25/2027,"line one\r\nline two, with a comma"`,
    `Zoë Faulkner,Kraków Sp. z o.o.,020 7946 0018,12/31/2026,`,
  ]
  await page.goto(at('/f/lead/import'))

  await test.step('bad rows are all shown with their reason, and nothing comes in', async () => {
    await upload(
      page,
      'leads.csv',
      csv([leadHead(t), ...good, `No Date,Acme,1,13/45/2027,`, `,Nameless Inc,2,1/2/2027,`]),
    )
    const remarks = `${t('Field', '字段')}: ${t('Remarks', '展会备注')}`
    await expect(page.getByRole('combobox', { name: remarks })).toBeVisible()
    await expectAccessible(page, 'import: match')
    await expectNothingOutside(page, '.import')
    await choose(page, remarks, t('Need', '客户需求'), t('Need', '客户需求'))
    await check(page, t)
    await expect(page.getByText(t('2 rows cannot be imported', '2 行数据有问题'))).toBeVisible()
    const rows = page.getByRole('row')
    // At a desk by columns, on a phone below one another.
    const fourth = rows.filter({ hasText: new RegExp(t('^4', '^第 4 行')) })
    await expect(fourth.filter({ hasText: '13/45/2027' })).toBeVisible()
    const fifth = rows.filter({ hasText: new RegExp(t('^5', '^第 5 行')) })
    await expect(fifth.filter({ hasText: t('Contact name', '联系人') })).toBeVisible()
    await expect(
      page.getByRole('button', { name: new RegExp(t('^Import 2 rows', '^导入 2 行')) }),
    ).toHaveCount(0)
    await expectAccessible(page, 'import: problems')
    await expectNothingOutside(page, '.import')
    expect(await world.sql(`select 1 from lead where company = 'Nameless Inc' or name = '张伟'`)).toEqual([])
  })

  await test.step('the corrected file comes in whole', async () => {
    await page.goto(at('/f/lead/import'))
    await upload(page, 'leads.csv', csv([leadHead(t), ...good]))
    await choose(
      page,
      `${t('Field', '字段')}: ${t('Remarks', '展会备注')}`,
      t('Need', '客户需求'),
      t('Need', '客户需求'),
    )
    await check(page, t)
    await expect(page.getByRole('cell', { name: '张伟' })).toBeVisible()
    await page.getByRole('button', { name: t('Import 2 rows', '导入 2 行') }).click()
    await expect(page.getByText(t('2 rows imported.', '已导入 2 行。'))).toBeVisible()
    await expectAccessible(page, 'import: result')
    expect(
      await world.sql(
        `select name, company, phone, next_follow_up::text, need from lead where name in ('张伟', 'Zoë Faulkner') order by phone`,
      ),
    ).toEqual([
      {
        name: '张伟',
        company: 'Acme "Quoted", Ltd',
        phone: '0013900001111',
        next_follow_up: '2027-03-25',
        need: expect.stringMatching(/^line one\r?\nline two, with a comma$/),
      },
      {
        name: 'Zoë Faulkner',
        company: 'Kraków Sp. z o.o.',
        phone: '020 7946 0018',
        next_follow_up: '2026-12-31',
        need: null,
      },
    ])
  })

  await page.getByRole('button', { name: t('Open the list', '查看列表') }).click()
  await expect(page.getByText('张伟').first()).toBeVisible()
})

test('amounts with separators, days first and keys with leading zeros keep what they say', async ({
  journey,
  world,
}) => {
  const { t, at } = journey
  const [account] = await world.sql<{ id: string; name: string }>(
    "select id, name from account where deleted_at is null and name !~ '[,\"]' order by id limit 1",
  )
  const page = await journey.as('owner')
  await page.goto(at('/f/opportunity/import'))
  const head = t(
    'Name,Account,Stage,Amount,Close date,External ID',
    '商机名称,客户,销售阶段,预计金额,预计成交日期,外部编号',
  )
  const stage = t('Proposal', '方案报价')
  await upload(
    page,
    'deals.csv',
    csv([
      head,
      `Spring order,${account?.name},${stage},"1,234,567.50",25-03-2027,000123`,
      `Autumn order,${account?.name},${stage},"¥ 88,000",01-10-2027,000124`,
    ]),
  )
  await check(page, t)
  await page.getByRole('button', { name: t('Import 2 rows', '导入 2 行') }).click()
  await expect(page.getByText(t('2 rows imported.', '已导入 2 行。'))).toBeVisible()
  expect(
    await world.sql(
      `select name, account, stage, amount, close_date::text, external_id from opportunity where external_id like '00012%' order by external_id`,
    ),
  ).toEqual([
    {
      name: 'Spring order',
      account: account?.id,
      stage: 'proposal',
      amount: '1234567.50',
      close_date: '2027-03-25',
      external_id: '000123',
    },
    {
      name: 'Autumn order',
      account: account?.id,
      stage: 'proposal',
      amount: '88000.00',
      close_date: '2027-10-01',
      external_id: '000124',
    },
  ])
})

test('a workbook of 10,000 rows comes in with a progress bar', async ({ journey, world }) => {
  const { t, at } = journey
  const page = await journey.as('owner')
  await page.goto(at('/f/lead/import'))
  await upload(page, 'fair.xlsx', await workbookOfLeads(10_000, t))
  await check(page, t)
  await page
    .getByRole('button', { name: t('Import 10,000 rows', '导入 10,000 行') })
    .click({ timeout: 60_000 })
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByText(t('10,000 rows imported.', '已导入 10,000 行。'))).toBeVisible({
    timeout: 60_000,
  })
  expect(
    await world.sql(
      `select count(*)::int as rows, count(distinct phone)::int as phones, min(next_follow_up)::text as first from lead where name like 'Visitor %'`,
    ),
  ).toEqual([{ rows: 10_000, phones: 10_000, first: '2027-01-01' }])
})

test('a file that is not what it claims is refused in clear words', async ({ journey }) => {
  const { t, at } = journey
  const page = await journey.as('owner')
  await page.goto(at('/f/lead/import'))
  for (const [name, content] of [
    ['offer.csv', '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj'],
    ['nothing.csv', ''],
    ['broken.xlsx', 'PK\u0003\u0004 not really'],
  ] as const) {
    await upload(page, name, Buffer.from(content, 'latin1'))
    await expect(
      page.getByRole('alert').filter({ hasText: t('This file cannot be read', '无法读取此文件') }),
    ).toBeVisible()
    await page.reload()
  }
})
