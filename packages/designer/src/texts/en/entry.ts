export const entry = {
  title: 'Entry',
  message: 'Message after a new record',
  open: 'Then open',
  record: 'The record',
  list: 'The list',
  new: 'Another new record',
  link: 'A web address',
  url: 'Web address',
  urlHelp: 'It begins with https:// or http://.',
  copyAll: 'A copy takes over all fields',
  copyFields: 'Fields of a copy',
  copyHelp: 'Numbers, unique values and files always begin anew.',
}
