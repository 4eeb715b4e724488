export const tree = {
  top: 'the top level',
  moveTop: 'Move to the top level',
  moveUnder: 'Move under…',
  dropTop: 'Drop here for the top level',
  createBelow: 'New record below',
  fold: 'Close “{{title}}”',
  unfold: 'Open “{{title}}”',
  below: 'Directly below: {{number}}',
  loading: 'Loading…',
  more: 'Show more',
  circle: '“{{title}}” cannot lie under itself or what is below it.',
  circles_one:
    'A record lies under itself, over others. It stands at the end; move it elsewhere to put this right.',
  circles_other:
    '{{count}} records lie under themselves, over one another. They stand at the end; move one of them elsewhere to put this right.',
  openLevel: 'Open one level',
  closeLevel: 'Close one level',
  closeAll: 'Close all',
}
