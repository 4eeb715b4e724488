export const form = {
  save: 'Save',
  create: 'Create',
  cancel: 'Cancel',
  discard: 'Discard changes',
}
