import { expect, test } from 'vitest'
import { inOwnWord } from '../../../src/renderer/own-word.ts'

const star = { en: { one: 'star', many: 'stars' }, fr: { one: 'étoile', many: 'étoiles' }, es: { one: 'estrella', many: 'estrellas' } }
const bean = { en: { one: 'bean', many: 'beans' }, fr: { one: 'grain', many: 'grains' }, es: { one: 'grano', many: 'granos' } }

test.each([
  ['en', 'Add Loyalty Points', 'Add Loyalty Stars'], ['en', '{{points}} loyalty points', '{{points}} loyalty stars'], ['en', 'No points have moved yet.', 'No stars have moved yet.'],
  ['en', 'Balance: {{points}}', 'Balance: {{points}}'],
  ['fr', 'Points gagnés, en attente', 'Étoiles gagnées, en attente'], ['fr', 'Annuler un changement de points : {{name}}', 'Annuler un changement d’étoiles : {{name}}'],
  ['fr', 'Des points sont dus : comblez d’abord le solde.', 'Des étoiles sont dues : comblez d’abord le solde.'], ['fr', "Aucun point n'a été utilisé.", "Aucune étoile n'a été utilisée."],
  ['es', 'Los próximos puntos cubren esto primero', 'Las próximas estrellas cubren esto primero'], ['es', 'Puntos ganados, pendientes', 'Estrellas ganadas, pendientes'],
  ['es', 'Aún no se ha movido ningún punto.', 'Aún no se ha movido ninguna estrella.'], ['es', 'Se van a usar muchos puntos.', 'Se van a usar muchas estrellas.'],
] as const)('%s: "%s" is "%s"', (language, ours, theirs) => expect(inOwnWord(ours, language, star[language])).toBe(theirs))

test.each([
  ['fr', 'Points gagnés', 'Grains gagnés'], ['fr', 'les points restent', 'les grains restent'], ['es', 'Los puntos quedan', 'Los granos quedan'], ['en', 'Points used', 'Beans used'],
] as const)('a word of the other gender leaves the rest alone: %s, "%s"', (language, ours, theirs) => expect(inOwnWord(ours, language, bean[language])).toBe(theirs))
