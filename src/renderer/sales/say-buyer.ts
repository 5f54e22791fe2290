/** Who bought: the name as it was on the day, "Walk-In" for nobody, "Deleted customer" for who was erased since (their name is gone, not unknown). */
export const sayBuyer = (name: string | null, t: (key: 'sell:walk-in' | 'erase:deleted-customer') => string): string =>
  name === null ? t('sell:walk-in') : name === '' ? t('erase:deleted-customer') : name
