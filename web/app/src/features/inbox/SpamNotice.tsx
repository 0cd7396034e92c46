import { ShieldAlert } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from '@/ui/button'
import type { Conversation } from './types'
import type { Actions } from './useActions'

/** Said where one is about to write: who does not answer here, and the way back. */
export function SpamNotice({ conversation, actions }: { conversation: Conversation; actions: Actions }) {
  const { t } = useTranslation('inbox')
  if (conversation.status !== 'spam') return null
  return (
    <div
      role="status"
      data-testid="spam-notice"
      className="flex flex-wrap items-center gap-2 rounded-card bg-warning-soft px-3 py-2 text-sm text-warning"
    >
      <ShieldAlert aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">{t('spam.text')}</p>
      <Button size="sm" className="max-md:h-11" onClick={() => void actions.spam(conversation, false)}>
        {t('more.notSpam')}
      </Button>
    </div>
  )
}
