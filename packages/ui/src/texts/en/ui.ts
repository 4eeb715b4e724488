export const ui = {
  tryAgain: 'Try again',
  reference: 'Reference {id}',
  loading: 'Loading…',
  lost: 'The server cannot be reached. Check the connection and try again.',
  back: 'Back',
}
