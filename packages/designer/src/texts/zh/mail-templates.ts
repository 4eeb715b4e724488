export const mailTemplates = {
  title: '邮件模板',
  help: '从记录写邮件时可以选用模板，记录中的字段值会自动填入，写信人无权查看的值留空。',
  add: '添加邮件模板',
  edit: '修改邮件模板“{{name}}”',
  remove: '移除邮件模板“{{name}}”',
  newName: '新模板',
  newSubject: '主题',
  newText: '您好：',
  name: '模板名称',
  subject: '邮件主题',
  text: '邮件正文',
}
