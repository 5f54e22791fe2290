import type { TFunction } from 'i18next'

const usual = ['pet', 'school', 'street', 'teacher', 'food', 'city'] as const

/** The questions a customer may choose to be known by where the shop has none of its own; any other may be typed. */
export const usualQuestions = (t: TFunction): string[] => usual.map((word) => t(`loyalty:security-${word}`))
