import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { api } from '@/api/client'
import { key } from '@/api/queries'
import type { Contact } from '@/api/types'
import { toast } from '@/ui/toast'

/** About the person, not the conversation; kept when the field is left. */
export function ContactNotes({ contact }: { contact: Contact }) {
  const { t } = useTranslation('parts')
  const cache = useQueryClient()
  const [text, setText] = useState(contact.notes)
  useEffect(() => setText(contact.notes), [contact.notes])
  async function keep() {
    if (text === contact.notes) return
    try {
      cache.setQueryData(
        key('contact', contact.id),
        await api.put(`/api/contacts/${contact.id}/notes`, { notes: text }),
      )
    } catch {
      toast.failed(t('notes.failed'))
    }
  }
  return (
    <textarea
      aria-label={t('notes.title')}
      value={text}
      maxLength={10_000}
      rows={text ? 3 : 2}
      placeholder={t('notes.placeholder')}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => void keep()}
      className="field-sizing-content w-full resize-none rounded-[8px] bg-note px-3 py-2 text-sm text-on-note placeholder:text-on-note/80"
    />
  )
}
