import { PageHeader } from '@pipewright/ui'
import { FavouriteStar } from '../../places/favourite-star.tsx'
import { PageActions } from '../../shell/page-actions.tsx'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useText } from '../../texts/use-text.ts'
import { NewTaskButton } from './new-task-button.tsx'
import { TodoList } from './todo-list.tsx'

/** What waits for the member. */
export function TodoPage() {
  const text = useText()
  const title = text('todo')
  usePageTitle(title)
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <>
            <FavouriteStar path="/todo" />
            <PageActions>
              <NewTaskButton />
            </PageActions>
          </>
        }
      />
      <div className="page-body">
        <TodoList />
      </div>
    </>
  )
}
