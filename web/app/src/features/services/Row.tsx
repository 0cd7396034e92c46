import { useQueryClient } from '@tanstack/react-query'
import { Archive, MoreHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { providersQuery, servicesQuery } from '@/api/queries'
import { Button } from '@/ui/button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/ui/menu'
import { toast } from '@/ui/toast'
import { archive, restore } from './api'

interface Props {
  kind: 'service' | 'provider'
  item: { id: string; name: string }
  onOpen: () => void
  children: ReactNode
}

/** One service or provider, and what can be done with it. */
export function Row({ kind, item: { id, name }, onOpen, children }: Props) {
  const { t } = useTranslation('services')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  async function change(how: () => Promise<unknown>, failed: string) {
    try {
      await how()
    } catch {
      toast.failed(t(`${kind}.${failed}`, { name }), { description: ui('error.safe') })
    } finally {
      // each of the two lists names items of the other
      await cache.invalidateQueries({ queryKey: providersQuery().queryKey })
      await cache.invalidateQueries({ queryKey: servicesQuery().queryKey })
    }
  }
  const takeBack = () => change(() => restore[kind](id), 'notRestored')
  const putAway = () =>
    change(async () => {
      await archive[kind](id)
      toast.done(t(`${kind}.archived`, { name }), { undo: takeBack })
    }, 'notArchived')
  return (
    <li className="relative flex items-center gap-3 px-4 py-3 hover:bg-canvas" data-testid={`${kind}-row`} data-id={id}>
      {children}
      <Menu>
        <MenuTrigger asChild>
          <Button kind="ghost" size="icon" className="relative z-10" aria-label={t('menu', { name })}>
            <MoreHorizontal aria-hidden />
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem onSelect={onOpen}>{t('edit')}</MenuItem>
          <MenuItem danger onSelect={() => void putAway()}>
            <Archive aria-hidden />
            {t('archive')}
          </MenuItem>
        </MenuContent>
      </Menu>
    </li>
  )
}

/** The name opens the item, wherever on its row one presses. */
export function Name({ onOpen, children }: { onOpen: () => void; children: string }) {
  return (
    <button type="button" className="font-medium after:absolute after:inset-0" onClick={onOpen}>
      {children}
    </button>
  )
}
