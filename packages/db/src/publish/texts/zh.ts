import type { EffectTexts } from './effect-texts.ts'

const records = (count: number): string => `${count.toLocaleString('zh')} 条记录`

const examples = (titles: readonly string[] | undefined): string =>
  titles === undefined || titles.length === 0
    ? ''
    : `例如：${titles.map((title) => `“${title}”`).join('、')}。`

export const zh: EffectTexts = {
  'values-parked': ({ field }, count) =>
    `${records(count)}的“${field}”中有值。这些值会保留 30 天，期间恢复该字段即可再次使用。`,
  'records-parked': ({ form }, count) =>
    `“${form}”的 ${records(count)}将不再显示。数据会保留 30 天，期间恢复该表单即可再次使用。`,
  'required-empty': ({ field }, count) => `${records(count)}的“${field}”为空，下次保存时必须填写。`,
  'unique-duplicates': ({ field, records: titles }, count) =>
    `${records(count)}的“${field}”与其他记录重复，请先更正：修改或清空该值，或删除重复的记录。${examples(titles)}不能仅对新记录生效，因为新记录可能与旧记录重复。如需保留现状，可在表单设置的“不允许重复”中设置条件，只比较符合条件的记录；或改用“查重字段”，仅作提醒。`,
  'rows-repeat': ({ field, table }, count) =>
    `“${table}”中有 ${count.toLocaleString('zh')} 行的“${field}”与同一记录的其他行重复。这些行在修改之前保持不变。`,
  'relation-dangling': ({ field }, count) =>
    `${records(count)}的“${field}”仍指向原来的表单，请先清空该字段。`,
  'relation-narrowed': ({ field }, count) =>
    `${records(count)}的“${field}”关联了多条记录，请先保留至多一条。`,
  'target-parked': ({ field, form }, count) =>
    `${count} 条记录的“${field}”指向“${form}”，发布后将为空。这些值会保留，重新允许选择该表单时自动恢复。`,
  'amounts-counted': ({ field, home }, count) =>
    `${count} 条记录的“${field}”已有按${home}折算的金额，不能再更改本位币、汇率日期或小数位数，请改为新增字段。`,
  'digits-kept': ({ field, scale }, count) =>
    `${records(count)}的“${field}”超过 ${scale} 位小数，将保持原值不变。`,
  'values-converted': ({ field, examples }, count) =>
    `${records(count)}的“${field}”可以转换（${examples}），原值会另行保留 30 天。`,
  'values-kept': ({ field, examples }, count) =>
    `${records(count)}的“${field}”无法转换（${examples}），转换后该字段为空；原值会保留 30 天，期间恢复旧版本即可找回。`,
  'option-in-use': ({ field, option }, count) =>
    `${records(count)}的“${field}”使用了已删除的选项“${option}”，在修改之前会保留该值。`,
  'too-long': ({ field, maxLength }, count) =>
    `${records(count)}的“${field}”超过 ${maxLength} 个字符，下次保存时必须缩短。`,
  'reminder-due': ({ reminder }, count) =>
    count === 0
      ? `提醒“${reminder}”今天没有需要提醒的记录。`
      : `提醒“${reminder}”今天会就${records(count)}发出提醒。`,
  'table-full': ({ form, most }, count) =>
    `“${form}”需要 ${count} 列（包括仍在保留期内的已删除字段），而一个表单最多 ${most} 列。请将部分字段移到其他表单，或清除已删除字段的保留数据。`,
  'table-rebuilt': ({ form }, count) =>
    `“${form}”的数据表累计已有 ${count} 列，发布时将复制到新表。数据不会丢失，期间使用者需稍候。`,
  'table-crowded': ({ form }, count) =>
    `“${form}”的数据表累计将达到 ${count} 列。达到 1500 列后，发布时会复制到新表。`,
  'many-fields': ({ form, many }, count) =>
    `“${form}”共有 ${count} 个字段，可以正常使用，但超过 ${many} 个后填写会变慢，建议拆分为两个相互关联的表单。`,
  'rule-broken': ({ rule }, count) =>
    `${records(count)}不符合规则“${rule}”。可先修正，也可直接发布：规则仅对之后的保存生效，这些记录在下次保存时必须修正。`,
  'rule-unchecked': ({ rule, why }) =>
    `${why === 'writer' ? `规则“${rule}”取决于由谁、在什么设备上填写` : `规则“${rule}”涉及本次才新增的字段，或无法对已存数据进行判断`}，因此未检查现有记录，将从发布后的保存开始生效。`,
  'conversion-fails': ({ conversion, tried }, count) =>
    `转换“${conversion}”已在符合条件的最近 ${tried} 条记录上试运行（不保留任何结果），其中 ${count} 条会被拒绝。可先修正转换或这些记录，也可直接发布，届时转换这些记录会被拒绝。`,
  'conversion-unchecked': ({ conversion, why }) =>
    why === 'parts'
      ? `转换“${conversion}”涉及本次才新增的表单或字段，因此未在现有记录上试运行。`
      : `现有记录正在使用，转换“${conversion}”未能试运行。可稍后再次查看，也可直接发布。`,
  'view-in-way': ({ form, views }) =>
    `有人在数据库中创建的视图引用了“${form}”中需要更改的列：${views.join('、')}。请数据库管理员先删除视图（drop view），发布后再重新创建。`,
}
