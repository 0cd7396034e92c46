import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { MessageSquareText, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import { savedRepliesQuery, type SavedReply } from '@/api/savedReplies'
import { Listing } from '@/parts/Listing'
import { Button } from '@/ui/button'
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
    <Listing
      name="saved-reply"
      words={{
        title: t('title'),
        lead: t('lead'),
        add: t('new'),
        empty: t('empty'),
        emptyText: t('emptyText'),
      }}
      icon={<MessageSquareText />}
      list={query}
      shown={replies}
      row={(reply) => (
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
      )}
      onNew={() => open('new')}
    >
      {query.data && (edit === 'new' || edited) && (
        <ReplySheet key={edit} reply={edited} onClose={() => open(undefined)} />
      )}
    </Listing>
  )
}
