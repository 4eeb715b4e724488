export const home = {
  openView: 'Open the list',
  openTodo: 'Open the to-do list',
  shortcuts: 'Shortcuts',
  home: 'Home',
  homeChoose: 'Begin with this page',
  homeChosen: 'From now on you begin with this page.',
  homeNotChosen: 'From now on you begin with what your role begins with.',
  emptyDashboard: 'There is nothing on this page for you yet.',
}
