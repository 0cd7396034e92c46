import i18next from 'i18next'
import { remember, undoLast } from './undo'

interface Options {
  /** takes it back: offered in the toast for five seconds, and by Mod+Z */
  undo?: () => unknown
  /** how long it is offered, where five seconds are too short */
  seconds?: number
  description?: string
}

const undoToast = (id: number) => `undo-${id}`

// the screen is there before anything has to be said on it
const sonner = () => import('./Toaster').then(({ shown }) => shown())

/** Says what happened; with `undo` it stays five seconds and can be taken back. */
export const toast = {
  done: (text: string, { undo, description, seconds = 5 }: Options = {}) => {
    const kept = undo && remember(undo)
    void sonner().then((show) =>
      show.success(text, {
        id: kept && undoToast(kept.id),
        description,
        duration: seconds * 1000,
        action: kept && { label: i18next.t('ui:undo'), onClick: kept.undo },
        testId: 'toast',
      }),
    )
  },
  failed: (text: string, { description }: Options = {}) =>
    void sonner().then((show) => show.error(text, { description, duration: 8000, testId: 'toast' })),
  info: (text: string, { description }: Options = {}) =>
    void sonner().then((show) => show(text, { description, testId: 'toast' })),
  /** Something that somebody should look at, and the way there. */
  notice: (text: string, open: { label: string; run: () => void }) =>
    void sonner().then((show) =>
      show(text, { duration: 10_000, action: { label: open.label, onClick: open.run }, testId: 'toast' }),
    ),
}

/** What Mod+Z does: the newest thing that can be taken back is, and its toast goes. */
export function undo(): void {
  const id = undoLast()
  if (id === undefined) toast.info(i18next.t('ui:nothingToUndo'))
  else void sonner().then((show) => show.dismiss(undoToast(id)))
}
