export const documents = {
  choose: 'Choose one at the left',
}
