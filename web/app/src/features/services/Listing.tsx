import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { Archive, MoreHorizontal, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { providersQuery, servicesQuery } from '@/api/queries'
import { useKeys } from '@/shell/keys'
import { Button } from '@/ui/button'
import { Card, Kbd, Page } from '@/ui/card'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/ui/menu'
import { Empty, Region, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { archive } from './api'

type Kind = 'service' | 'provider'

interface Props<Item> {
  kind: Kind
  icon: ReactNode
  list: UseQueryResult<Item[]>
  /** those of the list that are shown */
  shown: Item[]
  row: (item: Item) => ReactNode
  onNew: () => void
  /** what is open beside the list */
  children: ReactNode
}

/** All services or all providers, in whatever state the list is, and the way to a new one. */
export function Listing<Item>({ kind, icon, list, shown, row, onNew, children }: Props<Item>) {
  const { t } = useTranslation('services')
  useKeys({ new: onNew })
  return (
    <Page>
      <header className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-lg font-semibold tracking-tight">{t(`${kind}.title`)}</h2>
          <p className="text-muted">{t(`${kind}.lead`)}</p>
        </div>
        <Button kind="primary" onClick={onNew}>
          <Plus aria-hidden />
          {t(`${kind}.new`)}
          <Kbd className="border-on-primary/40 bg-transparent text-on-primary">N</Kbd>
        </Button>
      </header>
      <Card className="overflow-hidden">
        <Region query={list} loading={<SkeletonRows />}>
          {() =>
            shown.length === 0 ? (
              <Empty
                icon={icon}
                title={t(`${kind}.empty`)}
                action={
                  <Button kind="primary" onClick={onNew}>
                    {t(`${kind}.new`)}
                  </Button>
                }
              >
                {t(`${kind}.emptyText`)}
              </Empty>
            ) : (
              <ul className="divide-y" data-testid={`${kind}-list`}>
                {shown.map(row)}
              </ul>
            )
          }
        </Region>
      </Card>
      {children}
    </Page>
  )
}

interface RowProps {
  kind: Kind
  item: { id: string; name: string }
  onOpen: () => void
  children: ReactNode
}

export function Row({ kind, item: { id, name }, onOpen, children }: RowProps) {
  const { t } = useTranslation('services')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  async function putAway() {
    try {
      await archive[kind](id)
      toast.done(t(`${kind}.archived`, { name }))
    } catch {
      toast.failed(t(`${kind}.notArchived`, { name }), { description: ui('error.safe') })
    } finally {
      // each of the two lists names items of the other
      await cache.invalidateQueries({ queryKey: providersQuery().queryKey })
      await cache.invalidateQueries({ queryKey: servicesQuery().queryKey })
    }
  }
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
