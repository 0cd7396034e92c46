import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Pencil, Tags, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { api } from '@/api/client'
import { labelsQuery, type Label } from '@/api/labels'
import { key, useCounts } from '@/api/queries'
import { LabelDot } from '@/parts/LabelChip'
import { Listing } from '@/parts/Listing'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { toast } from '@/ui/toast'
import { LabelDialog } from './LabelDialog'

const route = getRouteApi('/app/$biz/settings/labels')

/** The words that conversations are sorted by. The open one is in the address: `?edit=new` or its id. */
export function Labels() {
  const { t } = useTranslation('labels')
  const { edit } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(labelsQuery())
  const [leaving, setLeaving] = useState<Label>()
  const open = (id: string | undefined) => void navigate({ search: id ? { edit: id } : {} })
  const labels = query.data ?? []
  const edited = labels.find(({ id }) => id === edit)
  return (
    <Listing
      name="label"
      words={{
        title: t('title'),
        lead: t('lead'),
        add: t('new'),
        empty: t('empty'),
        emptyText: t('emptyText'),
      }}
      icon={<Tags />}
      list={query}
      shown={labels}
      row={(label) => (
        <Row key={label.id} label={label} onOpen={() => open(label.id)} onDelete={() => setLeaving(label)} />
      )}
      onNew={() => open('new')}
    >
      {query.data && (edit === 'new' || edited) && (
        <LabelDialog key={edit} label={edited} onClose={() => open(undefined)} />
      )}
      {leaving && <DeleteDialog label={leaving} onClose={() => setLeaving(undefined)} />}
    </Listing>
  )
}

function Row({ label, onOpen, onDelete }: { label: Label; onOpen: () => void; onDelete: () => void }) {
  const { t } = useTranslation('labels')
  const count = useCounts().labels?.find(({ labelId }) => labelId === label.id)?.count ?? 0
  return (
    <li className="flex items-center gap-3 px-4 py-2">
      <LabelDot color={label.color} className="size-3" />
      <span className="min-w-0 flex-1 truncate font-medium">
        <bdi>{label.name}</bdi>
      </span>
      <span className="text-sm text-muted max-sm:hidden">{t('open', { count })}</span>
      <Button kind="ghost" size="icon" aria-label={t('edit', { name: label.name })} onClick={onOpen}>
        <Pencil aria-hidden />
      </Button>
      <Button kind="ghost" size="icon" aria-label={t('delete', { name: label.name })} onClick={onDelete}>
        <Trash2 aria-hidden />
      </Button>
    </li>
  )
}

/** It cannot be undone: which conversations carried it is not kept. */
function DeleteDialog({ label, onClose }: { label: Label; onClose: () => void }) {
  const { t } = useTranslation('labels')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const [busy, setBusy] = useState(false)
  async function remove() {
    setBusy(true)
    try {
      await api.delete(`/api/labels/${label.id}`)
      for (const what of ['labels', 'conversations', 'conversation', 'counts']) {
        void cache.invalidateQueries({ queryKey: key(what) })
      }
      toast.done(t('deleted', { name: label.name }))
      onClose()
    } catch {
      toast.failed(t('notDeleted', { name: label.name }))
      setBusy(false)
    }
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('deleteTitle', { name: label.name })}
      description={t('deleteText')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button kind="danger" busy={busy} onClick={() => void remove()}>
            {t('deleteYes')}
          </Button>
        </>
      }
    >
      {null}
    </Dialog>
  )
}
