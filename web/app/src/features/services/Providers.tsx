import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Archive, MoreHorizontal, Plus, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { zoneCity } from '@frontdesk/shared/format'
import { providersQuery, servicesQuery, useMe } from '@/api/queries'
import type { Provider } from '@/api/types'
import { useKeys } from '@/shell/keys'
import { initials } from '@/ui/avatar'
import { Button } from '@/ui/button'
import { Card, Kbd, Page } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/ui/menu'
import { Empty, ErrorCard, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { archiveProvider } from './api'
import { ProviderSheet } from './ProviderSheet'

const route = getRouteApi('/app/$biz/settings/providers')

/** Who gives the services. The open one is in the address: `?edit=new` or its id. */
export function Providers() {
  const { t } = useTranslation('services')
  const { edit } = route.useSearch()
  const navigate = route.useNavigate()
  const providers = useQuery(providersQuery())
  const offered = useQuery(servicesQuery()).data
  const services = offered ?? []
  const open = (id: string | undefined) => void navigate({ search: id ? { edit: id } : {} })
  useKeys({ new: () => open('new') })

  const shown = providers.data?.filter(({ archived }) => !archived) ?? []
  const edited = shown.find(({ id }) => id === edit)
  return (
    <Page>
      <header className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-lg font-semibold tracking-tight">{t('provider.title')}</h2>
          <p className="text-muted">{t('provider.lead')}</p>
        </div>
        <Button kind="primary" onClick={() => open('new')}>
          <Plus aria-hidden />
          {t('provider.new')}
          <Kbd className="border-on-primary/40 bg-transparent text-on-primary">N</Kbd>
        </Button>
      </header>
      <Card className="overflow-hidden">
        {providers.isPending ? (
          <SkeletonRows rows={3} />
        ) : providers.isError ? (
          <ErrorCard error={providers.error} onRetry={() => void providers.refetch()} />
        ) : shown.length === 0 ? (
          <Empty
            icon={<Users />}
            title={t('provider.empty')}
            action={
              <Button kind="primary" onClick={() => open('new')}>
                {t('provider.new')}
              </Button>
            }
          >
            {t('provider.emptyText')}
          </Empty>
        ) : (
          <ul className="divide-y" data-testid="provider-list">
            {shown.map((provider) => (
              <Row
                key={provider.id}
                provider={provider}
                gives={services.filter(({ id, archived }) => !archived && provider.serviceIds.includes(id)).length}
                onOpen={() => open(provider.id)}
              />
            ))}
          </ul>
        )}
      </Card>
      {offered && (edit === 'new' || edited) && (
        <ProviderSheet
          key={edit}
          provider={edited}
          services={services}
          count={shown.length}
          onClose={() => open(undefined)}
        />
      )}
    </Page>
  )
}

function Row({ provider, gives, onOpen }: { provider: Provider; gives: number; onOpen: () => void }) {
  const { t } = useTranslation('services')
  const { t: ui } = useTranslation()
  const { timezone } = useMe().tenant
  const cache = useQueryClient()
  const archive = async () => {
    try {
      await archiveProvider(provider.id)
      toast.done(t('provider.archived', { name: provider.name }))
    } catch {
      toast.failed(t('provider.notArchived', { name: provider.name }), { description: ui('error.safe') })
    } finally {
      await cache.invalidateQueries({ queryKey: providersQuery().queryKey })
      await cache.invalidateQueries({ queryKey: servicesQuery().queryKey })
    }
  }
  return (
    <li
      className="relative flex items-center gap-3 px-4 py-3 hover:bg-canvas"
      data-testid="provider-row"
      data-id={provider.id}
    >
      <span
        aria-hidden
        className="grid size-9 shrink-0 place-items-center rounded-full text-sm font-semibold text-surface"
        style={{ backgroundColor: `var(--color-chart-${provider.color})` }}
      >
        {initials(provider.name)}
      </span>
      <div className="min-w-0 flex-1">
        <button type="button" className="font-medium after:absolute after:inset-0" onClick={onOpen}>
          {provider.name}
        </button>
        <p className="text-sm text-muted">
          {t('provider.gives', { count: gives })} ·{' '}
          {provider.hours ? t('provider.ownHours') : t('provider.businessHours')}
        </p>
      </div>
      {provider.timezone && provider.timezone !== timezone && <Chip>{zoneCity(provider.timezone)}</Chip>}
      <Menu>
        <MenuTrigger asChild>
          <Button
            kind="ghost"
            size="icon"
            className="relative z-10"
            aria-label={t('service.menu', { name: provider.name })}
          >
            <MoreHorizontal aria-hidden />
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem onSelect={onOpen}>{t('edit')}</MenuItem>
          <MenuItem danger onSelect={() => void archive()}>
            <Archive aria-hidden />
            {t('archive')}
          </MenuItem>
        </MenuContent>
      </Menu>
    </li>
  )
}
