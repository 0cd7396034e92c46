import { timeNow } from '@/api/clock'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { useMe } from '@/api/queries'
import { useLive } from '@/live/live'
import { Button } from '@/ui/button'
import { Chip } from '@/ui/chip'
import { ErrorCard } from '@/ui/states'
import { toast } from '@/ui/toast'
import {
  forCustomers,
  remember,
  rememberedConversation,
  sandboxKey,
  sandboxMessages,
  upload,
  write,
  type SandboxMessage,
} from './api'
import { Phone } from './Phone'

/** Writing to one's own business as a customer would. Real: it goes the way of every message. */
export function Sandbox() {
  const { t } = useTranslation('sandbox')
  const { tenant } = useMe()
  const cache = useQueryClient()
  const [conversation, setConversation] = useState(rememberedConversation)
  const [waiting, setWaiting] = useState<SandboxMessage[]>([])
  const [stage, setStage] = useState<string>()
  const messages = useQuery(sandboxMessages(conversation))

  const isOurs = (id: string) => id === conversation
  useLive('message.created', ({ conversationId, message }) => {
    if (!isOurs(conversationId) || !forCustomers(message)) return
    if (message.author !== 'contact') setStage(undefined)
    else setWaiting((now) => now.filter(({ text }) => text !== message.text))
    cache.setQueryData<SandboxMessage[]>(sandboxKey(conversationId), (known) =>
      known?.some(({ id }) => id === message.id) ? known : [...(known ?? []), message],
    )
  })
  useLive('ai.progress', (news) => {
    if (isOurs(news.conversationId)) setStage(news.stage)
  })
  const over = (news: { conversationId: string }) => isOurs(news.conversationId) && setStage(undefined)
  useLive('ai.done', over)
  useLive('ai.failed', over)
  useLive('ai.paused', over)

  const send = async (text: string, file?: File) => {
    const clientId = crypto.randomUUID()
    const at = new Date(timeNow()).toISOString()
    const attachments = file && [
      { id: clientId, name: file.name, contentType: file.type, size: file.size, state: 'kept' as const, url: '' },
    ]
    setWaiting((now) => [
      ...now,
      { id: clientId, author: 'contact', kind: 'text', text, status: 'sending', at, attachments },
    ])
    try {
      const kept = file && (await upload(file))
      const { conversationId } = await write(text, clientId, kept?.id)
      remember(conversationId)
      setConversation(conversationId)
      await cache.invalidateQueries({ queryKey: sandboxKey(conversationId) })
      setWaiting((now) => now.filter(({ id }) => id !== clientId))
    } catch (failure) {
      setWaiting((now) => now.map((each) => (each.id === clientId ? { ...each, status: 'failed' } : each)))
      toast.failed(t('notSent'), {
        description: failure instanceof ApiError ? failure.fieldErrors[0]?.message : undefined,
      })
    }
  }

  const ideas = (['hours', 'price', 'book', 'person'] as const).map((idea) => t(`idea.${idea}`))
  const stored = messages.data ?? []
  const shown = [...stored, ...waiting]
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto flex h-full max-w-5xl gap-10 p-4 max-md:p-0 md:p-6">
        <aside className="flex w-72 shrink-0 flex-col gap-4 pt-6 max-lg:hidden">
          <Chip tone="info" className="self-start">
            {t('label')}
          </Chip>
          <p>{t('lead', { business: tenant.name })}</p>
          <div>
            <p className="mb-2 text-sm font-medium">{t('ideas')}</p>
            <div className="flex flex-col items-start gap-2">
              {ideas.map((idea) => (
                <Button key={idea} size="sm" onClick={() => void send(idea)}>
                  {idea}
                </Button>
              ))}
            </div>
          </div>
          {conversation && (
            <Button kind="link" asChild className="self-start">
              <Link to={`/app/${tenant.slug}/inbox/all/${conversation}` as string}>
                <Inbox aria-hidden />
                {t('inInbox')}
              </Link>
            </Button>
          )}
        </aside>
        <div className="flex min-h-0 flex-1 justify-center">
          {messages.isError ? (
            <ErrorCard error={messages.error} onRetry={() => void messages.refetch()} />
          ) : (
            <Phone
              business={tenant.name}
              messages={shown}
              stage={stage}
              ideas={ideas}
              onSend={(text, file) => void send(text, file)}
            />
          )}
        </div>
      </div>
    </div>
  )
}
