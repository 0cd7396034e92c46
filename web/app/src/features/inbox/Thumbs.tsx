import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ThumbsDown, ThumbsUp } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { key, useCan } from '@/api/queries'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Textarea } from '@/ui/input'
import { Popover, PopoverContent, PopoverTrigger } from '@/ui/popover'
import { toast } from '@/ui/toast'
import { rate, ratingsQuery } from './api'

/** Whether an answer of the assistant's was good; what was wrong can be said in words. */
export function Thumbs({ conversation, message }: { conversation: string; message: string }) {
  const { t } = useTranslation('inbox')
  const cache = useQueryClient()
  const mayRate = useCan('inbox.reply')
  const { data } = useQuery(ratingsQuery(conversation))
  const items = data?.items ?? []
  const mine = items.find(({ messageId }) => messageId === message)
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  if (!mayRate) return null

  async function give(good: boolean, words: string) {
    const others = items.filter(({ messageId }) => messageId !== message)
    cache.setQueryData(key('ratings', conversation), {
      ...data,
      items: [...others, { messageId: message, good, reason: words }],
    })
    try {
      await rate(conversation, message, good, words)
    } catch {
      cache.setQueryData(key('ratings', conversation), data)
      toast.failed(t('thumbs.failed'))
    }
  }

  const thumb = 'grid size-6 place-items-center rounded-control hover:text-text'
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
      <Popover
        open={open}
        onOpenChange={(next) => {
          setOpen(next)
          if (next) {
            setReason(mine?.reason ?? '')
            if (mine?.good !== false) void give(false, '')
          }
        }}
      >
        <PopoverTrigger
          aria-label={t('thumbs.down')}
          aria-pressed={mine?.good === false}
          className={cn(thumb, mine?.good === false && 'text-danger')}
        >
          <ThumbsDown aria-hidden className="size-3.5" />
        </PopoverTrigger>
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
    </span>
  )
}
