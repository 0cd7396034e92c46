import { Check, Heart, Scissors, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bindingOf } from '@/shell/keys'
import { Caps } from '@/shell/keys/Caps'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { discardSuggestion, reword } from './api'
import type { Message } from './types'

interface Props {
  conversation: string
  message: Message
  onUse: (text: string) => void
}

/** What can be done with a draft of the assistant's: taken into the box, said otherwise, or put away. */
export function SuggestionActions({ conversation, message, onUse }: Props) {
  const { t } = useTranslation('inbox')
  const [busy, setBusy] = useState(false)
  async function ask(what: () => Promise<unknown>) {
    setBusy(true)
    try {
      await what()
    } catch {
      toast.failed(t('suggestion.failed'))
    }
    setBusy(false)
  }
  return (
    <div className="mt-1 flex flex-wrap justify-end gap-1.5">
      <Button size="sm" kind="ai" onClick={() => onUse(message.text)}>
        <Check aria-hidden />
        {t('message.use')}
        <Caps binding={bindingOf('conversation.useDraft')} className="max-md:hidden" />
      </Button>
      {(['shorter', 'warmer'] as const).map((wish) => (
        <Button
          key={wish}
          size="sm"
          aria-disabled={busy}
          onClick={() => void ask(() => reword(conversation, message.id, wish))}
        >
          {wish === 'shorter' ? <Scissors aria-hidden /> : <Heart aria-hidden />}
          {t(`suggestion.${wish}`)}
        </Button>
      ))}
      <Button size="sm" kind="ghost" onClick={() => void ask(() => discardSuggestion(conversation, message.id))}>
        <X aria-hidden />
        {t('suggestion.discard')}
      </Button>
    </div>
  )
}
