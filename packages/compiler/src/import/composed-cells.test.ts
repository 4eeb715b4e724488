import { beforeAll, describe, expect, test } from 'vitest'
import { readAddress } from '../address/read-address.ts'
import { chinaDivisions } from '../address/china-divisions.ts'
import { provideDivisions } from '../address/divisions.ts'
import { writeAddress } from '../address/address-value.ts'
import { readLocation } from './read-location.ts'
import { readRange } from './read-range.ts'

beforeAll(() => provideDivisions(chinaDivisions))

describe('addresses', () => {
  const parts = (text: string, country = 'CN') => {
    const read = readAddress(text, country)
    return [read.province, read.city, read.district, read.street, read.postcode]
      .map((part) => part ?? '-')
      .join(' ')
  }

  test.each([
    ['广东省深圳市南山区科技园南路1号 518057', '广东省 深圳市 南山区 科技园南路1号 518057'],
    ['中国 广东 深圳 南山区 科技园', '广东省 深圳市 南山区 科技园 -'],
    ['518057 广东省深圳市', '广东省 深圳市 - - 518057'],
    ['北京市朝阳区建国路88号', '北京市 北京市 朝阳区 建国路88号 -'],
    ['北京市北京市朝阳区建国路88号', '北京市 北京市 朝阳区 建国路88号 -'],
    ['杭州市西湖区文三路', '浙江省 杭州市 西湖区 文三路 -'],
    ['内蒙古呼和浩特市新城区', '内蒙古自治区 呼和浩特市 新城区 - -'],
    ['湖北省仙桃市沔阳大道', '湖北省 仙桃市 - 沔阳大道 -'],
    ['香港特别行政区中西区皇后大道', '香港特别行政区 香港特别行政区 中西区 皇后大道 -'],
    ['北京路12号', '- - - 北京路12号 -'],
    ['南京路100号', '- - - 南京路100号 -'],
  ])('%s', (text, expected) => expect(parts(text)).toBe(expected))

  test('of other countries end with their name', () => {
    expect(readAddress('1 Main St, Springfield, IL, 62701, United States', 'CN')).toMatchObject({
      country: 'US',
      province: 'IL',
      city: 'Springfield',
      street: '1 Main St',
      postcode: '62701',
    })
  })

  test('are read back as they are written', () => {
    const read = readAddress('浙江省杭州市西湖区文三路1号 310012', 'CN')
    expect(readAddress(writeAddress(read), 'CN')).toEqual(read)
  })

  test('have all provinces, cities with codes, and no division without a name', () => {
    expect(chinaDivisions).toHaveLength(34)
    const all = chinaDivisions.flatMap((one) => [
      one,
      ...one.children,
      ...one.children.flatMap((city) => city.children),
    ])
    expect(all.length).toBeGreaterThan(3100)
    expect(all.filter(({ code, name }) => !/^\d{6}$/.test(code) || name.length < 2)).toEqual([])
    expect(all.find(({ code }) => code === '440305')?.name).toBe('南山区')
  })
})

describe('date ranges', () => {
  test.each([
    ['2026-01-01 ~ 2026-01-31', '2026-01-01 ~ 2026-01-31 31'],
    ['2026-01-01~2026-01-31', '2026-01-01 ~ 2026-01-31 31'],
    ['2026年1月1日至1月31日', '2026-01-01 ~ 2026-01-31 31'],
    ['2026/1/1 - 2026/1/2', '2026-01-01 ~ 2026-01-02 2'],
    ['1 Jan 2026 to 3 Jan 2026', '2026-01-01 ~ 2026-01-03 3'],
    ['20260101-20260131', '2026-01-01 ~ 2026-01-31 31'],
    ['2026-01-05', '2026-01-05 ~ 2026-01-05 1'],
    ['soon', undefined],
    ['2026-02-30 ~ 2026-03-01', undefined],
  ])('%s', (text, expected) => {
    const read = readRange(text, 'YMD')
    expect(read && `${read.text} ${read['days']}`).toBe(expected)
  })
})

test.each([
  ['22.543096, 114.057865', '22.543096 114.057865 null'],
  ['人民广场 (31.230391, 121.473702)', '31.230391 121.473702 人民广场'],
  ['-33.8688，151.2093', '-33.868800 151.209300 null'],
  ['95, 10', undefined],
  ['somewhere', undefined],
])('a location %s', (text, expected) => {
  const read = readLocation(text)
  expect(read && `${read['latitude']} ${read['longitude']} ${read['label']}`).toBe(expected)
})
