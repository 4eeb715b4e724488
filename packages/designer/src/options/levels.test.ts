import { isOffered } from '@pipewright/metadata'
import { describe, expect, it } from 'vitest'
import { levelCount, optionsOfLevels, readLevels } from './levels.ts'

const block = [
  '浙江\t杭州\t西湖区',
  '浙江\t杭州\t朝阳区',
  '\t宁波\t海曙区',
  '吉林\t长春\t朝阳区',
  '吉林\t中心\t一区',
  '浙江\t中心\t二区',
].join('\r\n')

describe('a block of several levels', () => {
  it('repeats what a merged cell leaves empty', () => {
    expect(readLevels(block)[2]).toEqual(['浙江', '宁波', '海曙区'])
    expect(levelCount(readLevels(block))).toBe(3)
  })

  it('offers each option only below its parents, also where names repeat', () => {
    const [provinces = [], cities = [], districts = []] = optionsOfLevels(readLevels(block), [], 'zh')
    const below = (options: typeof cities, parent: string | undefined) =>
      options.filter((option) => isOffered(option, parent)).map(({ label }) => label.zh)
    const key = (options: typeof cities, name: string, parent?: string) =>
      options.find(
        (option) => option.label.zh === name && (parent === undefined || option.parents?.includes(parent)),
      )?.key
    expect(provinces.map(({ label }) => label.zh)).toEqual(['浙江', '吉林'])
    expect(below(cities, key(provinces, '吉林'))).toEqual(['长春', '中心'])
    const north = key(cities, '中心', key(provinces, '吉林'))
    const south = key(cities, '中心', key(provinces, '浙江'))
    expect(north).not.toBe(south)
    expect(below(districts, north)).toEqual(['一区'])
    expect(below(districts, south)).toEqual(['二区'])
    expect(districts.filter(({ label }) => label.zh === '朝阳区')).toHaveLength(1)
    expect(below(districts, key(cities, '长春'))).toEqual(['朝阳区'])
  })

  it('keeps what was there, and adding the same block again adds nothing', () => {
    const first = optionsOfLevels(readLevels(block), [], 'zh')
    expect(optionsOfLevels(readLevels(block), first, 'zh')).toEqual(first)
    const more = optionsOfLevels(readLevels('浙江\t温州\t鹿城区'), first, 'zh')
    expect(more.map((options, level) => options.length - (first[level]?.length ?? 0))).toEqual([0, 1, 1])
  })
})
