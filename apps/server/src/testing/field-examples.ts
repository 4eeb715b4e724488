import type { FieldValue } from '@pipewright/compiler'
import type { Field, LocalizedText } from '@pipewright/schemas'

/** What the examples may point to. */
export interface ExampleWorld {
  /** Two members, two departments and two records of the form "specimen"; each pair in the order of lists. */
  readonly members: readonly [string, string]
  readonly records: readonly [string, string]
  readonly departments: readonly [string, string]
  /** A new file, that no record holds yet. */
  newFile(): Promise<string>
}

export interface FieldExample<F extends Field> {
  /** A field as a builder makes it. */
  readonly field: F
  /**
   * At least two different values just as they are answered, from small to large where lists can be sorted by the type;
   * none for types that nobody writes.
   */
  values(world: ExampleWorld): readonly FieldValue[] | Promise<readonly FieldValue[]>
  /** Something that is no value of the field; none for types that nobody writes. */
  readonly wrong?: unknown
}

type FieldExamples = { readonly [T in Field['type']]: FieldExample<Extract<Field, { type: T }>> }

const label: LocalizedText = { en: 'Example', zh: '示例' }
const options = ['first', 'second', 'third'].map((key) => ({ key, label: { en: key, zh: key } }))
const none = () => []
const inYuan = (amount: string): FieldValue => ({
  amount,
  currency: 'CNY',
  home: amount,
  rate: '1',
  day: null,
  text: `CNY ${amount}`,
})

/** One field per type with values of it. The tests over all types take a new one in by themselves. */
export const fieldExamples: FieldExamples = {
  text: { field: { type: 'text', key: 'text', label }, values: () => ['=1+1', 'Ürümqi'], wrong: 1 },
  longText: {
    field: { type: 'longText', key: 'long_text', label },
    values: () => ['a\n"b", c', '二\n三'],
    wrong: 1,
  },
  richText: {
    field: { type: 'richText', key: 'rich_text', label },
    values: () => ['<p>a &lt;b&gt; &amp;amp; c</p><p></p><p>=d</p>', '<p>二</p><p>三</p>'],
    wrong: 1,
  },
  number: {
    field: { type: 'number', key: 'number', label, scale: 3 },
    values: () => ['-1.250', '0.000', '123456789012345678.001'],
    wrong: '1.0001',
  },
  money: {
    field: { type: 'money', key: 'money', label, currency: 'CNY', scale: 2 },
    values: () => ['-0.01', '1234.50'],
    wrong: '1.001',
  },
  percent: {
    field: { type: 'percent', key: 'percent', label, scale: 1 },
    values: () => ['12.5', '20.0'],
    wrong: '12.55',
  },
  rating: {
    field: { type: 'rating', key: 'rating', label, max: 10 },
    values: () => ['1', '10'],
    wrong: 11,
  },
  date: {
    field: { type: 'date', key: 'date', label },
    values: () => ['2024-02-29', '2026-11-20'],
    wrong: '2026-02-30',
  },
  dateTime: {
    field: { type: 'dateTime', key: 'date_time', label },
    values: () => ['2024-02-29T23:59:00.000Z', '2026-11-20T08:30:00.000Z'],
    wrong: '2026-02-30T00:00:00Z',
  },
  time: {
    field: { type: 'time', key: 'time', label, seconds: true },
    values: () => ['00:00:00', '09:30:05', '23:59:59'],
    wrong: '24:00',
  },
  duration: {
    field: { type: 'duration', key: 'duration', label, unit: 'seconds' },
    values: () => ['0', '90', '86461'],
    wrong: '1h',
  },
  yesNo: { field: { type: 'yesNo', key: 'yes_no', label }, values: () => [false, true], wrong: 'yes' },
  choice: {
    field: { type: 'choice', key: 'choice', label, options },
    values: () => ['first', 'third'],
    wrong: 'fourth',
  },
  multiChoice: {
    field: { type: 'multiChoice', key: 'multi_choice', label, options, other: true },
    values: () => [['first'], ['second', 'third'], ['first', 'other:Friends, "family"']],
    wrong: ['fourth'],
  },
  tags: {
    field: { type: 'tags', key: 'tags', label },
    values: () => [
      ['=hot', 'VIP'],
      ['二月', 'a, b; "c"'],
    ],
    wrong: 'hot',
  },
  members: {
    field: { type: 'members', key: 'members', label },
    values: ({ members: [first, second] }) => [[first], [second, first]],
    wrong: ['Ada'],
  },
  department: {
    field: { type: 'department', key: 'department_field', label },
    values: ({ departments }) => departments,
    wrong: 'Sales',
  },
  departments: {
    field: { type: 'departments', key: 'departments', label },
    values: ({ departments: [first, second] }) => [[first], [second, first]],
    wrong: ['Sales'],
  },
  email: {
    field: { type: 'email', key: 'email', label },
    values: () => ['a@example.com', 'b@example.com'],
    wrong: 'a@b@c',
  },
  phone: {
    field: { type: 'phone', key: 'phone', label, country: 'CN' },
    values: () => ['+8613800138000', '+8657188886666 ext. 123'],
    wrong: '1380013800',
  },
  url: {
    field: { type: 'url', key: 'url', label },
    values: () => ['https://example.com/?a=1', 'mailto:a@example.com'],
    wrong: 'javascript:alert(1)',
  },
  address: {
    field: { type: 'address', key: 'address', label, country: 'CN', abroad: true },
    values: () => [
      {
        country: 'US',
        province: 'CA',
        city: 'Cupertino',
        district: null,
        street: '1 Infinite Loop, Building 2',
        postcode: '95014',
        code: null,
        text: '1 Infinite Loop, Building 2, Cupertino, CA, 95014, United States',
      },
      {
        country: 'CN',
        province: '北京市',
        city: '北京市',
        district: '朝阳区',
        street: null,
        postcode: null,
        code: '110105',
        text: '北京市朝阳区',
      },
      {
        country: 'CN',
        province: '广东省',
        city: '深圳市',
        district: '南山区',
        street: '科技园南路1号',
        postcode: '518057',
        code: '440305',
        text: '广东省深圳市南山区科技园南路1号 518057',
      },
    ],
    wrong: { province: '广西省' },
  },
  dateRange: {
    field: { type: 'dateRange', key: 'date_range', label, maxDays: 366 },
    values: () => [
      { start: '2024-02-29', end: '2024-02-29', days: '1', text: '2024-02-29 ~ 2024-02-29' },
      { start: '2026-01-01', end: '2026-01-31', days: '31', text: '2026-01-01 ~ 2026-01-31' },
    ],
    wrong: { start: '2026-01-31', end: '2026-01-01' },
  },
  foreignMoney: {
    field: { type: 'foreignMoney', key: 'foreign_money', label, currency: 'CNY', home: 'CNY', scale: 2 },
    values: () => [inYuan('30.50'), inYuan('1200.00')],
    wrong: { amount: '1.001', currency: 'CNY' },
  },
  location: {
    field: { type: 'location', key: 'location', label },
    values: () => [
      { latitude: '-33.868800', longitude: '151.209300', label: null, text: '-33.868800, 151.209300' },
      {
        latitude: '31.230391',
        longitude: '121.473702',
        label: '人民广场',
        text: '人民广场 (31.230391, 121.473702)',
      },
    ],
    wrong: { latitude: '91', longitude: '0' },
  },
  member: {
    field: { type: 'member', key: 'member', label },
    values: ({ members }) => members,
    wrong: 'Ada',
  },
  relation: {
    field: { type: 'relation', key: 'relation', label, form: 'specimen' },
    values: ({ records }) => records,
    wrong: 'Acme',
  },
  anyRelation: {
    field: { type: 'anyRelation', key: 'any_relation', label, targets: [{ form: 'specimen' }] },
    values: ({ records }) =>
      records.map((id) => ({ form: 'specimen', id, specimen: id, text: `specimen:${id}` })),
    wrong: { form: 'elsewhere', id: 'Acme' },
  },
  relations: {
    field: { type: 'relations', key: 'relations', label, form: 'specimen' },
    values: ({ records: [first, second] }) => [[first], [second, first]],
    wrong: ['Acme'],
  },
  lineItems: {
    field: { type: 'lineItems', key: 'line_items', label, fields: [{ type: 'text', key: 'cell', label }] },
    values: none,
  },
  autoNumber: { field: { type: 'autoNumber', key: 'auto_number', label }, values: none },
  attachment: {
    field: { type: 'attachment', key: 'attachment', label },
    values: async ({ newFile }) => [[await newFile()], [await newFile(), await newFile()]],
    wrong: ['a.pdf'],
  },
  formula: {
    field: { type: 'formula', key: 'formula', label, expression: { add: [1, 1] }, resultType: 'number' },
    values: none,
  },
  lookup: {
    field: { type: 'lookup', key: 'lookup', label, path: 'relation.title', resultType: 'text' },
    values: none,
  },
  rollup: {
    field: {
      type: 'rollup',
      key: 'rollup',
      label,
      form: 'specimen',
      relation: 'relation',
      function: 'count',
      resultType: 'number',
    },
    values: none,
  },
}
