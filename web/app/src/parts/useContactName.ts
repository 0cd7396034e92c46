import { useTranslation } from '@/i18n/useTranslation'
import { useFormat } from '@/i18n/useFormat'

/** A contact who gave no name is known by the number; one who gave neither is a visitor. */
export function useContactName(): (contact: { name: string; phone?: string }) => string {
  const { t } = useTranslation()
  const { phone } = useFormat()
  return ({ name, phone: number }) => {
    if (name && name !== number) return name
    return number ? phone(number) : t('visitor')
  }
}
