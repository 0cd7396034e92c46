import { useQueryClient } from '@tanstack/react-query'
import { Ban } from 'lucide-react'
import { useTranslation } from '@/i18n/useTranslation'
import { ApiError } from '@/api/errors'
import { contactQuery, key } from '@/api/queries'
import type { Contact } from '@/api/types'
import { blockContact } from '@/parts/contact/api'
import { useContactName } from '@/parts/useContactName'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'

/** Who is blocked is answered nowhere, by nobody; shown at once, and taken back at once. */
export function BlockButton({ contact }: { contact: Contact }) {
  const { t } = useTranslation('contacts')
  const cache = useQueryClient()
  const name = useContactName()(contact)
  const { queryKey } = contactQuery(contact.id)

  async function change(blocked: boolean) {
    cache.setQueryData(queryKey, (known) => known && { ...known, blocked })
    try {
      cache.setQueryData(queryKey, await blockContact(contact.id, blocked))
      void cache.invalidateQueries({ queryKey: key('contacts') })
      return true
    } catch (failure) {
      cache.setQueryData(queryKey, (known) => known && { ...known, blocked: !blocked })
      toast.failed(t('blockFailed', { name }), {
        description: failure instanceof ApiError && !failure.offline ? failure.message : undefined,
      })
      return false
    }
  }

  async function press() {
    if (contact.blocked) return void change(false)
    const gone = change(true)
    toast.done(t('isBlocked', { name }), { undo: async () => (await gone) && change(false) })
  }

  return (
    <Button kind="ghost" size="sm" onClick={() => void press()}>
      <Ban aria-hidden />
      {t(contact.blocked ? 'unblock' : 'block')}
    </Button>
  )
}
