import { Copy, Link, MoreHorizontal, Reply } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/ui/menu'
import type { Message } from './types'
import { linkTo } from './useLinked'

interface Props {
  conversation: string
  message: Message
  onQuote?: (message: Message) => void
}

/** What is done with one message. No more than a button until it is first opened: a menu costs more than its message. */
export function MessageMenu({ conversation, message, onQuote }: Props) {
  const { t } = useTranslation('inbox')
  const [opened, setOpened] = useState(false)
  const button = {
    'aria-label': t('message.more'),
    className: 'grid size-6 shrink-0 place-items-center rounded-sm text-muted hover:bg-sunken hover:text-text',
    children: <MoreHorizontal aria-hidden className="size-4" />,
  }
  if (!opened) {
    return (
      <button type="button" aria-haspopup="menu" aria-expanded={false} onClick={() => setOpened(true)} {...button} />
    )
  }
  return (
    <Menu defaultOpen>
      <MenuTrigger {...button} />
      <MenuContent>
        {onQuote && (
          <MenuItem onSelect={() => onQuote(message)}>
            <Reply aria-hidden />
            {t('message.reply')}
          </MenuItem>
        )}
        {message.text && (
          <MenuItem onSelect={() => void navigator.clipboard.writeText(message.text)}>
            <Copy aria-hidden />
            {t('message.copy')}
          </MenuItem>
        )}
        <MenuItem onSelect={() => void navigator.clipboard.writeText(linkTo(conversation, message.id))}>
          <Link aria-hidden />
          {t('message.copyLink')}
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}
