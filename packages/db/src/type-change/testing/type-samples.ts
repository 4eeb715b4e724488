import { fieldOfType } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'

export const label = { en: 'Value', zh: '值' }
export const acme = '00000000-0000-7000-8000-0000000000a1'
export const site = '00000000-0000-7000-8000-0000000000b1'
export const at = (form: string, id: string) => ({ form, id, [form]: id, text: `${form}:${id}` })
export const amount = (value: string, currency: string) => ({
  amount: value,
  currency,
  home: value,
  rate: '1',
  day: null,
  text: `${currency} ${value}`,
})
export const place = {
  latitude: '31.230391',
  longitude: '121.473702',
  label: null,
  text: '31.230391, 121.473702',
}
export const may = { start: '2026-05-01', end: '2026-05-31', days: '31', text: '2026-05-01 ~ 2026-05-31' }
export const home = {
  country: 'CN',
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  street: '文三路1号',
  postcode: null,
  code: '330106',
  text: '浙江省杭州市西湖区文三路1号',
}
const options = [{ key: 'won', label: { en: 'Won', zh: '赢单' } }]
/** A field of a type that is called “value”. */
export const f = (type: Field['type'], more: object = {}): Field =>
  ({ ...fieldOfType({ type: 'text', key: 'value', label }, type), ...more }) as Field

/** A field with a value that some other type can take over, for every type whose values can be converted. */
const samples: Partial<Record<Field['type'], readonly [Field, unknown]>> = {
  text: [f('longText', { type: 'text' }), '7'],
  longText: [f('longText'), 'one\ntwo'],
  richText: [f('richText'), '<p><strong>one</strong></p><p>two</p>'],
  number: [f('number', { scale: 2 }), '7.00'],
  money: [f('money', { currency: 'CNY' }), '12.50'],
  percent: [f('percent', { scale: 1 }), '12.5'],
  rating: [f('rating'), '3'],
  date: [f('date'), '2026-05-01'],
  dateTime: [f('dateTime'), '2026-05-01T08:30:00.000Z'],
  time: [f('time'), '09:30:00'],
  duration: [f('duration'), '90'],
  yesNo: [f('yesNo'), true],
  choice: [f('choice', { options }), 'won'],
  multiChoice: [f('multiChoice', { options }), ['won']],
  tags: [f('tags'), ['hot', 'new']],
  email: [f('email'), 'a@example.com'],
  phone: [f('phone'), '+8613800138000'],
  url: [f('url'), 'https://example.com/'],
  address: [f('address'), home],
  dateRange: [f('dateRange'), may],
  location: [f('location'), place],
  foreignMoney: [f('foreignMoney', { currency: 'CNY', home: 'CNY' }), amount('12.50', 'CNY')],
  relation: [f('relation', { form: 'account' }), acme],
  anyRelation: [f('anyRelation', { targets: [{ form: 'account' }, { form: 'site' }] }), at('account', acme)],
}

export function sampleOf(type: Field['type']): readonly [Field, unknown] {
  const sample = samples[type]
  if (sample === undefined) throw new Error(`no sample of ${type}`)
  return sample
}
