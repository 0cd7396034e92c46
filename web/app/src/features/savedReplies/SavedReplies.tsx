import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { MessageSquareText, Pencil, Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import { savedRepliesQuery, type SavedReply } from '@/api/savedReplies'
import { useKeys } from '@/shell/keys'
import { Button } from '@/ui/button'
import { Card, Kbd, Page } from '@/ui/card'
import { Empty, ErrorCard, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { ReplySheet } from './ReplySheet'

const route = getRouteApi('/app/$biz/settings/saved-replies')

/** Texts that are written again and again. The open one is in the address: `?edit=new` or its id. */
export function SavedReplies() {
  const { t } = useTranslation('savedReplies')
  const { edit } = route.useSearch()
  const navigate = route.useNavigate()
  const cache = useQueryClient()
  const query = useQuery(savedRepliesQuery())
  const open = (id: string | undefined) => void navigate({ search: id ? { edit: id } : {} })
  useKeys({ new: () => open('new') })
  const replies = query.data ?? []
  const edited = replies.find(({ id }) => id === edit)
  const again = () => cache.invalidateQueries({ queryKey: key('saved-replies') })

  async function remove({ id, title, text }: SavedReply) {
    try {
      await api.delete(`/api/saved-replies/${id}`)
      toast.done(t('deleted', { title }), { undo: () => api.post('/api/saved-replies', { title, text }).then(again) })
    } catch {
      toast.failed(t('notDeleted', { title }))
    }
    await again()
  }

  return (
    <Page>
      <header className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-lg font-semibold tracking-tight">{t('title')}</h2>
          <p className="text-muted">{t('lead')}</p>
        </div>
        <Button kind="primary" onClick={() => open('new')}>
          <Plus aria-hidden />
          {t('new')}
          <Kbd className="border-on-primary/40 bg-transparent text-on-primary">N</Kbd>
        </Button>
      </header>
      <Card className="overflow-hidden">
        {query.isPending ? (
          <SkeletonRows />
        ) : query.isError ? (
          <ErrorCard error={query.error} onRetry={() => void query.refetch()} />
        ) : replies.length === 0 ? (
          <Empty icon={<MessageSquareText />} title={t('empty')}>
            {t('emptyText')}
          </Empty>
        ) : (
          <ul className="divide-y" data-testid="saved-reply-list">
            {replies.map((reply) => (
              <li key={reply.id} className="flex items-center gap-3 px-4 py-2.5">
                <span className="min-w-0 flex-1">
                  <bdi className="block truncate font-medium">{reply.title}</bdi>
                  <bdi className="block truncate text-sm text-muted">{reply.text}</bdi>
                </span>
                <Button
                  kind="ghost"
                  size="icon"
                  aria-label={t('edit', { title: reply.title })}
                  onClick={() => open(reply.id)}
                >
                  <Pencil aria-hidden />
                </Button>
                <Button
                  kind="ghost"
                  size="icon"
                  aria-label={t('delete', { title: reply.title })}
                  onClick={() => void remove(reply)}
                >
                  <Trash2 aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {query.data && (edit === 'new' || edited) && (
        <ReplySheet key={edit} reply={edited} onClose={() => open(undefined)} />
      )}
    </Page>
  )
}
