import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Archive, MoreHorizontal, Plus, Tag, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { providersQuery, servicesQuery } from '@/api/queries'
import type { Provider, Service } from '@/api/types'
import { useFormat } from '@/i18n/useFormat'
import { useKeys } from '@/shell/keys'
import { Button } from '@/ui/button'
import { Card, Kbd, Page } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/ui/menu'
import { Empty, ErrorCard, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { archiveService } from './api'
import { ServiceSheet } from './ServiceSheet'

const route = getRouteApi('/app/$biz/settings/services')

/** What the business offers. The open one is in the address: `?edit=new` or its id. */
export function Services() {
  const { t } = useTranslation('services')
  const { edit } = route.useSearch()
  const navigate = route.useNavigate()
  const services = useQuery(servicesQuery())
  const team = useQuery(providersQuery()).data
  const providers = team ?? []
  const open = (id: string | undefined) => void navigate({ search: id ? { edit: id } : {} })
  useKeys({ new: () => open('new') })

  const shown = services.data?.filter(({ archived }) => !archived) ?? []
  const edited = shown.find(({ id }) => id === edit)
  return (
    <Page>
      <header className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="text-lg font-semibold tracking-tight">{t('service.title')}</h2>
          <p className="text-muted">{t('service.lead')}</p>
        </div>
        <Button kind="primary" onClick={() => open('new')}>
          <Plus aria-hidden />
          {t('service.new')}
          <Kbd className="border-on-primary/40 bg-transparent text-on-primary">N</Kbd>
        </Button>
      </header>
      <Card className="overflow-hidden">
        {services.isPending ? (
          <SkeletonRows />
        ) : services.isError ? (
          <ErrorCard error={services.error} onRetry={() => void services.refetch()} />
        ) : shown.length === 0 ? (
          <Empty
            icon={<Tag />}
            title={t('service.empty')}
            action={
              <Button kind="primary" onClick={() => open('new')}>
                {t('service.new')}
              </Button>
            }
          >
            {t('service.emptyText')}
          </Empty>
        ) : (
          <ul className="divide-y" data-testid="service-list">
            {shown.map((service) => (
              <Row key={service.id} service={service} providers={providers} onOpen={() => open(service.id)} />
            ))}
          </ul>
        )}
      </Card>
      {team && (edit === 'new' || edited) && (
        <ServiceSheet key={edit} service={edited} providers={providers} onClose={() => open(undefined)} />
      )}
    </Page>
  )
}

function Row({ service, providers, onOpen }: { service: Service; providers: Provider[]; onOpen: () => void }) {
  const { t } = useTranslation('services')
  const { t: ui } = useTranslation()
  const format = useFormat()
  const cache = useQueryClient()
  const who = providers.filter(({ id, archived }) => !archived && service.providerIds.includes(id))
  const archive = async () => {
    try {
      await archiveService(service.id)
      toast.done(t('service.archived', { name: service.name }))
    } catch {
      toast.failed(t('service.notArchived', { name: service.name }), { description: ui('error.safe') })
    } finally {
      await cache.invalidateQueries({ queryKey: servicesQuery().queryKey })
    }
  }
  return (
    <li
      className="relative flex items-center gap-3 px-4 py-3 hover:bg-canvas"
      data-testid="service-row"
      data-id={service.id}
    >
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <button type="button" className="font-medium after:absolute after:inset-0" onClick={onOpen}>
            {service.name}
          </button>
          {!service.online && <Chip>{t('service.staffOnly')}</Chip>}
          {service.confirmation === 'manual' && <Chip tone="info">{t('service.byHand')}</Chip>}
          {!service.bookable && (
            <Chip tone="warning">
              <TriangleAlert aria-hidden />
              {t('service.notBookable')}
            </Chip>
          )}
        </div>
        <p className="truncate text-sm text-muted">
          {format.duration(service.durationMinutes)}
          {who.length > 0 && ` · ${who.map(({ name }) => name).join(', ')}`}
        </p>
      </div>
      <span className="num font-semibold">{service.price ? format.money(service.price) : t('service.noPrice')}</span>
      <Menu>
        <MenuTrigger asChild>
          <Button
            kind="ghost"
            size="icon"
            className="relative z-10"
            aria-label={t('service.menu', { name: service.name })}
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
