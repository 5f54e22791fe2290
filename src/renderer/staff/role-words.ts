import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../main/vocabulary.ts'

/** A role in words: one of the shop's own by the name it was given, the others in the reader's language. */
export function useRoleWords(): (role: Role, roleName: string) => string {
  const { t } = useTranslation('staff')
  return useCallback((role, roleName) => (roleName === '' ? t(String(role), { defaultValue: String(role) }) : roleName), [t])
}
