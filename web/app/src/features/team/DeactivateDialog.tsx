import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { Field } from '@/ui/field'
import { Select } from '@/ui/input'
import { deactivate, type Member } from './api'
import { useTeamChange } from './useTeamChange'

/** Ends somebody's access; asks who goes on with what they had in hand. */
export function DeactivateDialog({
  open,
  onOpenChange,
  member,
  team,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  member: Member
  team: Member[]
}) {
  const { t } = useTranslation('team')
  const { t: ui } = useTranslation()
  const change = useTeamChange()
  const [to, setTo] = useState('')
  const [busy, setBusy] = useState(false)
  const colleagues = team.filter(({ id, role }) => id !== member.id && role !== 'accountant')
  const end = async () => {
    setBusy(true)
    const done = await change(() => deactivate(member.id, to || undefined), t('deactivated', { name: member.name }))
    setBusy(false)
    if (done) onOpenChange(false)
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('deactivateTitle', { name: member.name })}
      description={t('deactivateLead')}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>{ui('cancel')}</Button>
          <Button kind="danger" busy={busy} onClick={() => void end()}>
            {t('deactivate')}
          </Button>
        </>
      }
    >
      <Field label={t('handTo')}>
        <Select value={to} onChange={({ target }) => setTo(target.value)}>
          <option value="">{t('pool')}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </Dialog>
  )
}
