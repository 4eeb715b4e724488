import type { unique as en } from '../en/unique.ts'

export const unique: typeof en = {
  title: '不允许重复',
  help: '单个字段或字段组合，例如每个客户每天只能有一次拜访。由数据库直接保证。',
  add: '添加不允许重复的字段',
  remove: '移除“{{name}}”',
  fields: '字段',
  fieldsHelp: '这些字段合在一起不能重复；其中任一字段为空的记录不参与比较。',
  ignoreCase: '不区分大小写',
  ignoreWidth: '不区分全角和半角',
  when: '仅比较符合以下条件的记录',
  whenHelp: '只能使用记录自身已保存的字段和简单比较。',
  always: '比较所有记录。',
  message: '自定义提示',
  rowsTitle: '各行之间不允许重复',
  rowsHelp: '单个列或列的组合，例如同一订单中每种产品只能出现一次。',
  columns: '列',
  columnsHelp: '同一条记录中，这些列合在一起不能重复；其中任一列为空的行不参与比较。',
}
