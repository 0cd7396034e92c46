import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { useContactName } from '@/parts/useContactName'
import { toast } from '@/ui/toast'
import { transcript } from './api'
import type { Conversation } from './types'

/** Saves a conversation as a text file. */
export function useTranscript() {
  const { t } = useTranslation('inbox')
  const nameOf = useContactName()
  return async (conversation: Conversation) => {
    try {
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await transcript(conversation.id))
      link.download = `${nameOf(conversation.contact)}.txt`
      link.click()
      URL.revokeObjectURL(link.href)
    } catch (failure) {
      toast.failed(t('more.transcriptFailed'), {
        description: failure instanceof ApiError && !failure.offline ? failure.message : undefined,
      })
    }
  }
}
