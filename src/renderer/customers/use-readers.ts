import { useMemo } from 'react'
import { useFormat } from '../format.ts'
import { useDates } from '../ui/DateField.tsx'
import type { ReadDates } from './customer-form.ts'

/** How what is typed into a form is read here: days, amounts. */
export function useReaders(): ReadDates {
  const { read } = useDates()
  const { readMoney } = useFormat()
  return useMemo(() => ({ ...read, money: readMoney }), [read, readMoney])
}
