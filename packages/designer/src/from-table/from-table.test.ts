import { applyEdits, indexDefinition, loadDefinition } from '@pipewright/metadata'
import { aSalesApp } from '@pipewright/metadata/builders'
import type { RendererData } from '@pipewright/renderer'
import { describe, expect, it } from 'vitest'
import { newFormEdits } from '../forms/new-form.ts'
import { findRelations } from './find-relations.ts'
import { inferColumn } from './infer-column.ts'
import { csvFile, pastedTable } from './pasted-table.ts'
import { columnFields, columnsOf, tableFields, titleOf } from './table-fields.ts'

describe('a column', () => {
  it.each([
    ['客户', ['华为', '中兴', '小米'], 'text'],
    ['阶段', ['赢单', '输单', '赢单', '跟进', '赢单', '跟进'], 'choice'],
    ['标签', ['VIP，新客', 'VIP', '老客', '新客、老客', '老客', 'VIP, 老客'], 'multiChoice'],
    ['City', ['Austin, TX', 'Dallas, TX', 'Austin, TX', 'Dallas, TX', 'Waco, TX', 'Waco, TX'], 'choice'],
    ['Name', ['Smith, John', 'Smith, Ann', 'Jones, John', 'Lee, Bo', 'Wu, Li', 'Ma, Yo'], 'text'],
    ['金额', ['1,200.50', '300', ''], 'money'],
    ['数量', ['12', '7'], 'number'],
    ['价格', ['¥1,200', '¥30.5'], 'money'],
    ['折扣', ['10%', '7.5%'], 'percent'],
    ['编号', ['00012', '00013'], 'text'],
    ['日期', ['2026-01-31', '2026-2-1'], 'date'],
    ['日期', ['2026年1月31日'], 'date'],
    ['Datum', ['31.01.2026', '1.2.2026'], 'date'],
    ['Menge', ['1,5', '12', '1.200,25'], 'number'],
    ['Anteil', ['12,5%', '3 %'], 'percent'],
    ['Preis', ['€ 1.200,50', '30,5'], 'money'],
    ['Mixed', ['1,5', '1.5,2'], 'text'],
    ['时间', ['2026-01-31 08:30', '2026-02-01'], 'dateTime'],
    ['手机', ['13800138000', '13900139000'], 'phone'],
    ['Phone', ['+44 20 7946 0000'], 'phone'],
    ['邮箱', ['a@b.cn'], 'email'],
    ['网址', ['https://a.cn', 'www.b.cn'], 'url'],
    ['已开票', ['是', '否', '是'], 'yesNo'],
    ['备注', ['x'.repeat(200), '短'], 'longText'],
    ['空', ['', ''], 'text'],
  ])('%s with %j is inferred', (name, cells, type) => {
    expect(inferColumn(name, cells).type).toBe(type)
  })

  it('of lists offers what is listed, the most frequent first', () => {
    const cells = ['b; a', 'a', 'c, a', 'b', 'a;c', 'b']
    expect(inferColumn('Tags', cells).options).toEqual(['a', 'b', 'c'])
  })

  it('is required when every row has a value', () => {
    expect(inferColumn('a', ['1', '2']).required).toBe(true)
    expect(inferColumn('a', ['1', ' ']).required).toBe(false)
  })

  it.each([
    [['1,5', '2,25'], 2],
    [['1,200', '2,250.5'], 1],
    [['12,5%', '3%'], 1],
    [['4', '5'], 0],
  ])('%j has as many decimals as are written', (cells, scale) => {
    expect(inferColumn('a', cells).scale).toBe(scale)
  })

  it('of 10,000 rows is inferred in no time', () => {
    const cells = Array.from({ length: 10_000 }, (_, at) => `客户 ${at}`)
    expect(inferColumn('客户', cells)).toMatchObject({ type: 'text', distinct: true })
  })
})

describe('a column of names', () => {
  const app = aSalesApp()
  const [form] = app.forms.filter(
    (one) => one.fields.find(({ key }) => key === one.titleField)?.type === 'text',
  )
  const known = new Set(Array.from({ length: 40 }, (_, at) => `name ${at}`))
  const asked: string[][] = []
  const data = {
    queryRecords: (key: string, { filter }: { filter: { in: [unknown, string[]] } }) => {
      const names = filter.in[1]
      asked.push(names)
      const rows =
        key === form?.key ? names.filter((name) => known.has(name)).map((title) => ({ title })) : []
      return Promise.resolve({ rows })
    },
  } as unknown as RendererData
  const typeOfNames = async (count: number) => {
    const rows = Array.from({ length: count }, (_, at) => [`name ${at}`])
    const columns = columnsOf({ header: ['who'], rows, more: false })
    const [found] = await findRelations(data, app, indexDefinition(app), columns)
    return found
  }

  it('that are all records of a form becomes a relation to it', async () => {
    expect(await typeOfNames(40)).toMatchObject({ type: 'relation', target: form?.key })
  })

  it('stays text when only the first of many are records', async () => {
    expect(await typeOfNames(10_000)).toMatchObject({ type: 'text' })
    expect(Math.max(...asked.map((names) => names.length))).toBeLessThanOrEqual(60)
  })
})

describe('a pasted table', () => {
  it.each([
    [
      '名称\t金额\n甲\t1\n乙\t2\n',
      ['名称', '金额'],
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ],
    ['name,note\r\nA,"a, ""b""\nc"\r\n', ['name', 'note'], [['A', 'a, "b"\nc']]],
    ['a\t\tc\t\n1\t2\n', ['a', 'B', 'c'], [['1', '2', '']]],
  ])('%j is read', (text, header, rows) => {
    expect(pastedTable(text)).toEqual({ header, rows, more: false, all: rows })
  })

  it.each(['', 'only a header', '\n\n'])('%j is none', (text) => {
    expect(pastedTable(text)).toBeNull()
  })

  it('comes back from the file it is imported with', async () => {
    const table = pastedTable('a\tb\n"x ""y"""\t1,5\n')
    if (table === null) throw new Error('the table was not read')
    expect(pastedTable(await csvFile(table, 'x').text())).toEqual(table)
  })

  it('of more rows than are looked at is imported whole', async () => {
    const lines = Array.from({ length: 12_000 }, (_, at) => `n${at}\t${at}`)
    const table = pastedTable(['name\tvalue', ...lines].join('\n'))
    if (table === null) throw new Error('the table was not read')
    expect(table).toMatchObject({ more: true, rows: { length: 10_000 } })
    const file = await csvFile(table, 'x').text()
    expect(file.split('\n')).toHaveLength(12_001)
    expect(file).toContain('"n11999","11999"')
  })

  it('of more than 26 columns without names calls each differently', () => {
    const header = pastedTable(`${'\t'.repeat(30)}last\n${'x\t'.repeat(30)}y`)?.header ?? []
    expect(new Set(header).size).toBe(31)
    expect(header[26]).toBe('AA')
  })

  it('becomes a form that loads, named by its best column', () => {
    const app = aSalesApp()
    const table = pastedTable(
      '阶段\t名称\t金额\t名称\n跟进\t甲\t¥1\tx\n赢单\t乙\t¥2\ty\n跟进\t丙\t\ty\n赢单\t丁\t3\t\n',
    )
    const columns = columnsOf(table ?? { header: [], rows: [], more: false })
    const fields = tableFields(columns, { locale: 'zh', currency: 'EUR' })
    expect(fields.map(({ type }) => type)).toEqual(['choice', 'text', 'money', 'text'])
    const title = titleOf(columns, fields)
    expect(title).toBe(fields[1]?.key)
    const made = newFormEdits(app, { label: { zh: '合同' }, roles: ['rep'], fields, ...(title && { title }) })
    const result = applyEdits(app, made.edits)
    if ('problems' in result) throw new Error(JSON.stringify(result.problems))
    expect(loadDefinition(result.definition)).toEqual({ definition: result.definition })
    expect(result.definition.forms.at(-1)).toMatchObject({ titleField: title })
  })

  it('without any text numbers its records, which no row can name', () => {
    const app = aSalesApp()
    const columns = columnsOf({ header: ['数量'], rows: [['1']], more: false })
    const fields = tableFields(columns, { locale: 'zh', currency: 'EUR' })
    expect(titleOf(columns, fields)).toBeUndefined()
    const made = newFormEdits(app, { label: { zh: '盘点' }, roles: ['rep'], fields })
    const result = applyEdits(app, made.edits)
    if ('problems' in result) throw new Error(JSON.stringify(result.problems))
    expect(loadDefinition(result.definition)).toEqual({ definition: result.definition })
    const form = result.definition.forms.at(-1)
    expect(form?.fields.map(({ type }) => type)).toEqual(['autoNumber', 'number'])
    expect(form?.titleField).toBe(form?.fields[0]?.key)
  })

  it('knows the field of each column, however columns are called or left out', () => {
    const found = columnsOf({ header: ['名称', '备注', '名称'], rows: [['甲', 'x', 'y']], more: false })
    const columns = found.map((column, at) => ({
      ...column,
      use: at !== 1,
      label: at === 2 ? '简称' : column.label,
    }))
    expect(columnFields(columns, { locale: 'zh', currency: 'EUR' }).map((field) => field?.key)).toEqual([
      'ming_cheng',
      undefined,
      'jian_cheng',
    ])
  })
})
