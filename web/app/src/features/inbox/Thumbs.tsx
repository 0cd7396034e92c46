import { useQueryClient } from '@tanstack/react-query'
import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { useCan } from '@/api/queries'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Textarea } from '@/ui/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/ui/popover'
import { toast } from '@/ui/toast'
import { rate, ratingsQuery } from './api'
import type { Rating } from './types'

interface Props {
  conversation: string
  message: string
  /** what this member thinks of it so far */
  mine: Rating | undefined
}

/**
 * Whether an answer of the assistant's was good; what was wrong can be said in words. No more than two buttons until the
 * words are first asked for.
 */
export function Thumbs({ conversation, message, mine }: Props) {
  const { t } = useTranslation('inbox')
  const cache = useQueryClient()
  const mayRate = useCan('inbox.reply')
  const [opened, setOpened] = useState(false)
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  if (!mayRate) return null

  async function give(good: boolean, words: string) {
    const { queryKey } = ratingsQuery(conversation)
    const before = cache.getQueryData(queryKey)
    const others = before?.items.filter(({ messageId }) => messageId !== message) ?? []
    cache.setQueryData(queryKey, { ...before, items: [...others, { messageId: message, good, reason: words }] })
    try {
      await rate(conversation, message, good, words)
    } catch {
      cache.setQueryData(queryKey, before)
      toast.failed(t('thumbs.failed'))
    }
  }

  function ask(next: boolean) {
    setOpened(true)
    setOpen(next)
    if (!next) return
    setReason(mine?.reason ?? '')
    if (mine?.good !== false) void give(false, '')
  }

  const thumb = 'grid size-6 place-items-center rounded-control hover:text-text'
  const down = {
    'aria-label': t('thumbs.down'),
    'aria-pressed': mine?.good === false,
    className: cn(thumb, mine?.good === false && 'text-danger'),
    children: <ThumbsDown aria-hidden className="size-3.5" />,
  }
  return (
    <span className="inline-flex items-center">
      <button
        type="button"
        aria-label={t('thumbs.up')}
        aria-pressed={mine?.good === true}
        className={cn(thumb, mine?.good === true && 'text-success')}
        onClick={() => void give(true, '')}
      >
        <ThumbsUp aria-hidden className="size-3.5" />
      </button>
      {opened ? (
        <Popover open={open} onOpenChange={ask}>
          <PopoverTrigger {...down} />
          <PopoverContent>
            <form
              className="flex flex-col gap-2"
              onSubmit={(event: FormEvent) => {
                event.preventDefault()
                setOpen(false)
                void give(false, reason.trim())
              }}
            >
              <label className="flex flex-col gap-1.5 text-sm font-medium">
                {t('thumbs.why')}
                <Textarea value={reason} maxLength={1000} onChange={(event) => setReason(event.target.value)} />
              </label>
              <Button kind="primary" size="sm" type="submit" className="self-end">
                {t('thumbs.save')}
              </Button>
            </form>
          </PopoverContent>
        </Popover>
      ) : (
        <button type="button" aria-haspopup="dialog" aria-expanded={false} onClick={() => ask(true)} {...down} />
      )}
    </span>
  )
}
