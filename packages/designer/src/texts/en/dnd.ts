export const dnd = {
  draggable: 'draggable',
  grab: 'Move {{name}}',
  instructions:
    'To move it, press Space or Enter, choose a place with the arrow keys and press Space or Enter again. Escape cancels.',
  lifted: '{{name}} is lifted',
  dropped: '{{name}} is dropped',
  cancelled: 'Moving {{name}} was cancelled',
  nowhere: 'over no place',
  fieldPlace: 'section {{section}}, place {{position}} of {{count}}',
  sectionPlace: 'section {{position}} of {{count}}',
}
