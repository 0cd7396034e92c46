import { Copy, MoreHorizontal, Reply } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/ui/menu'
import type { Message } from './types'

/** What is done with one message. */
export function MessageMenu({ message, onQuote }: { message: Message; onQuote?: (message: Message) => void }) {
  const { t } = useTranslation('inbox')
  return (
    <Menu>
      <MenuTrigger
        aria-label={t('message.more')}
        className="grid size-6 shrink-0 place-items-center rounded-sm text-muted hover:bg-sunken hover:text-text"
      >
        <MoreHorizontal aria-hidden className="size-4" />
      </MenuTrigger>
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
      </MenuContent>
    </Menu>
  )
}
