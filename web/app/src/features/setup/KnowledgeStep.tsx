import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formatPhoneAbroad } from '@frontdesk/shared/format'
import { useState } from 'react'
import { useTranslation } from '@/i18n/useTranslation'
import { businessQuery, saveBusiness, type Business } from '@/api/business'
import { Field } from '@/ui/field'
import { Input } from '@/ui/input'
import { ErrorCard, Skeleton } from '@/ui/states'
import { useKeptWords } from '@/ui/useKeptWords'
import { problemsOf } from './problems'
import { StepFrame } from './StepFrame'

interface Props {
  onNext: () => Promise<void>
  onBack?: () => void
  onSkip?: () => void
}

export function KnowledgeStep(props: Props) {
  const business = useQuery(businessQuery())
  if (business.isPending) return <Skeleton className="h-72" />
  if (business.isError) return <ErrorCard error={business.error} onRetry={() => void business.refetch()} />
  return <KnowledgeForm saved={business.data} {...props} />
}

const fields = [
  { name: 'address', type: 'text', autoComplete: 'street-address', maxLength: 300 },
  { name: 'phone', type: 'tel', autoComplete: 'tel', maxLength: 40 },
  { name: 'email', type: 'email', autoComplete: 'email', maxLength: 254 },
  { name: 'website', type: 'url', autoComplete: 'url', maxLength: 300 },
] as const

type Facts = Record<(typeof fields)[number]['name'], string>

const factsOf = ({ address, phone, email, website }: Business): Facts => ({
  address: address ?? '',
  phone: phone ? formatPhoneAbroad(phone) : '',
  email: email ?? '',
  website: website ?? '',
})

/** What the assistant may tell besides services and hours. */
function KnowledgeForm({ saved, onNext, onBack, onSkip }: Props & { saved: Business }) {
  const { t } = useTranslation('setup')
  const { t: ui } = useTranslation()
  const cache = useQueryClient()
  const [facts, setFacts] = useState(() => factsOf(saved))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const forget = useKeptWords({
    name: 'setup:knowledge',
    dirty: JSON.stringify(facts) !== JSON.stringify(factsOf(saved)),
    values: facts,
    restore: setFacts,
  })

  const next = async () => {
    setBusy(true)
    try {
      const said = Object.fromEntries(fields.map(({ name }) => [name, facts[name].trim() || undefined]))
      cache.setQueryData(businessQuery().queryKey, await saveBusiness({ ...saved, ...said }))
      forget()
      await onNext()
    } catch (failure) {
      setBusy(false)
      setErrors(problemsOf(failure, ui('error.notSaved')))
    }
  }

  return (
    <StepFrame
      title={t('knowledge.title')}
      lead={t('knowledge.lead')}
      problem={errors.form}
      busy={busy}
      onNext={() => void next()}
      onBack={onBack}
      onSkip={onSkip}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {fields.map(({ name, ...input }) => (
          <Field key={name} label={t(`knowledge.${name}`)} error={errors[name]} optional>
            <Input
              {...input}
              value={facts[name]}
              onChange={(event) => setFacts({ ...facts, [name]: event.target.value })}
            />
          </Field>
        ))}
      </div>
      <p className="text-sm text-muted">{t('knowledge.more')}</p>
    </StepFrame>
  )
}
