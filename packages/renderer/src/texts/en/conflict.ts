export const conflict = {
  title: 'Somebody else saved this record meanwhile',
  text: 'Choose for each field which value to keep. Nothing you typed is lost until you decide.',
  mine: 'Yours',
  theirs: 'Saved by {{name}}',
  theirsUnknown: 'Saved meanwhile',
  before: 'Before: {{value}}',
  save: 'Save this',
  cancel: 'Keep editing',
  both: 'changed by both',
  onlyMine: 'changed by you',
}
