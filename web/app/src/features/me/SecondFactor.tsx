import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ShieldCheck, ShieldOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { formatDate } from '@frontdesk/shared/format'
import { useMe, secondFactorQuery } from '@/api/queries'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Chip } from '@/ui/chip'
import { ErrorCard, SkeletonRows } from '@/ui/states'
import { toast } from '@/ui/toast'
import { renewRecoveryCodes, turnOffSecondFactor } from './api'
import { PasswordDialog } from './PasswordDialog'
import { RecoveryCodes } from './RecoveryCodes'
import { SecondFactorSetup } from './SecondFactorSetup'

/** Signing in with a code besides the password: whether it is on, and what to do about it. */
export function SecondFactor() {
  const { t } = useTranslation('me')
  const state = useQuery(secondFactorQuery())
  if (state.isPending) return <SkeletonRows rows={1} />
  if (state.isError) {
    return (
      <Card>
        <ErrorCard error={state.error} onRetry={() => void state.refetch()} />
      </Card>
    )
  }
  const { on, since, recoveryCodesLeft, required } = state.data
  return (
    <Card className="flex flex-col gap-4 p-4 md:p-6" data-testid="second-factor">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="font-semibold">{t('factor.title')}</h2>
        <Chip tone={on ? 'success' : 'neutral'} dot>
          {on ? t('factor.on') : t('factor.off')}
        </Chip>
      </div>
      {on ? <On since={since} left={recoveryCodesLeft} required={required} /> : <Off required={required} />}
    </Card>
  )
}

function Off({ required }: { required: boolean }) {
  const { t } = useTranslation('me')
  const { user } = useMe()
  const [asked, setAsked] = useState(false)
  return (
    <>
      {required ? (
        <p role="status" className="flex gap-2 rounded-control bg-warning-soft px-3 py-2 text-sm text-warning">
          <ShieldOff aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t('factor.required')}
        </p>
      ) : (
        <p className="text-muted">{user.role === 'owner' ? t('factor.ownerLead') : t('factor.lead')}</p>
      )}
      <Button kind="primary" className="self-start" onClick={() => setAsked(true)}>
        {t('factor.turnOn')}
      </Button>
      <SecondFactorSetup open={asked} onOpenChange={setAsked} />
    </>
  )
}

function On({ since, left, required }: { since?: string; left: number; required: boolean }) {
  const { t, language } = useTranslation('me')
  const cache = useQueryClient()
  const [asking, setAsking] = useState<'off' | 'codes'>()
  const [codes, setCodes] = useState<string[]>()
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const refresh = () =>
    cache.invalidateQueries({ predicate: ({ queryKey }) => ['me', 'second-factor'].includes(String(queryKey.at(-1))) })
  return (
    <>
      <p className="flex gap-2 text-muted">
        <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
        <span>
          {since && t('factor.since', { date: formatDate(since, zone, language) })}{' '}
          <span className={left < 3 ? 'font-medium text-warning' : undefined}>{t('factor.left', { count: left })}</span>
        </span>
      </p>
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(undefined)} />}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setAsking('codes')}>{t('factor.newCodes')}</Button>
        {!required && <Button onClick={() => setAsking('off')}>{t('factor.turnOff')}</Button>}
      </div>
      <PasswordDialog
        open={asking === 'codes'}
        onOpenChange={(open) => !open && setAsking(undefined)}
        title={t('factor.newCodes')}
        lead={t('factor.newCodesLead')}
        action={t('factor.newCodes')}
        onPassword={async (password) => {
          setCodes((await renewRecoveryCodes(password)).codes)
          await refresh()
        }}
      />
      <PasswordDialog
        open={asking === 'off'}
        onOpenChange={(open) => !open && setAsking(undefined)}
        title={t('factor.turnOff')}
        lead={t('factor.turnOffLead')}
        action={t('factor.turnOff')}
        onPassword={async (password) => {
          await turnOffSecondFactor(password)
          toast.done(t('factor.isOff'))
          await refresh()
        }}
      />
    </>
  )
}
