export const mailTemplates = {
  title: 'E-mail templates',
  help: 'Whoever writes an e-mail from a record chooses one to begin with. Values of the record stand in it as far as the writer may see them.',
  add: 'Add an e-mail template',
  edit: 'Change the e-mail template “{{name}}”',
  remove: 'Remove the e-mail template “{{name}}”',
  newName: 'New template',
  newSubject: 'Subject',
  newText: 'Hello,',
  name: 'Name of the template',
  subject: 'Subject of the e-mail',
  text: 'Text of the e-mail',
}
