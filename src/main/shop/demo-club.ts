/** What the made-up shop's club is like; the flow puts ids in the place of shelves. */
export const demoClub = {
  name: 'Club Boréale', startedDaysAgo: 200, changedDaysAgo: 45, signUpPoints: 25, birthdayPoints: 50, expiryMonths: 5, boostMilli: 2_000, shareOfTen: 3,
  tiers: [{ id: 'silver', name: 'Argent', from: 250, timesMilli: 1_250 }, { id: 'gold', name: 'Or', from: 700, timesMilli: 1_500 }],
  /** A shelf by its place; none: off the whole sale. */
  rewards: [
    { name: '$5 off', points: 100, cents: 500, ppm: null, shelf: null, tier: null }, { name: 'A free pastry', points: 75, cents: null, ppm: null, shelf: 2, tier: null },
    { name: '20% off tea', points: 150, cents: null, ppm: 200_000, shelf: 1, tier: null }, { name: 'Or: $20 off', points: 300, cents: 2_000, ppm: null, shelf: null, tier: 'gold' },
  ],
  /** What was put right by hand over the year: one of so many sales of members. */
  oneChangeInSales: 40,
  changes: [
    { points: 50, reason: 'goodwill', note: 'Waited long' }, { points: 20, reason: 'missed-sale', note: '' }, { points: -15, reason: 'correction', note: 'Counted twice' },
    { points: 100, reason: 'promotion', note: 'Opening of the terrace' },
  ],
  cards: { count: 150, prefix: 'MB', digits: 9 }, oneCardInMembers: 12,
} as const
