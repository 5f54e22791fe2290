/**
 * What a merge does with the rows of one table that belong to a person (column `of`):
 * - 'record': part of the record; the two are united field by field, and what stood there is kept for the undo;
 * - 'gives': the survivor takes the row where they have none of their own, else it stays with the other;
 * - 'moves': the rows go over as they are and come back by their key;
 * - 'points': goes with the loyalty account, by rows of its ledger;
 * - 'consent': the stricter answer is written down for the survivor;
 * - 'stays': nothing is done, for the reason given.
 */
export type MergeRule =
  | { readonly table: string; readonly of: string; readonly how: 'record' | 'gives' | 'points' | 'consent' }
  | { readonly table: string; readonly of: string; readonly how: 'moves'; readonly key: string; readonly owner: 'customer' | 'account' }
  | { readonly table: string; readonly of: string; readonly how: 'stays'; readonly why: string }

const record = (table: string): MergeRule => ({ table, of: 'customer_id', how: 'record' })
const gives = (table: string): MergeRule => ({ table, of: 'customer_id', how: 'gives' })
const moves = (table: string, key = 'id', of = 'customer_id'): MergeRule => ({ table, of, how: 'moves', key, owner: 'customer' })
const withAccount = (table: string, key: string): MergeRule => ({ table, of: 'account_id', how: 'moves', key, owner: 'account' })
const points = (table: string, of = 'account_id'): MergeRule => ({ table, of, how: 'points' })
const stays = (table: string, of: string, why: string): MergeRule => ({ table, of, how: 'stays', why })

/**
 * Every table that holds something of a customer, and what a merge does with it. Whoever adds such a table adds its line here:
 * tests/rules/merge-list.test.ts compares the list with the schema.
 */
export const mergeList: readonly MergeRule[] = [
  ...['customer_phones', 'customer_emails', 'customer_addresses', 'customer_extras', 'customer_tags', 'customer_contacts', 'customer_attributes', 'identity_documents', 'medical_records'].map(record),
  ...['customer_photos', 'document_keys', 'loyalty_security', 'portal_logins', 'customer_standings', 'customer_flags'].map(gives),
  moves('sales'), moves('age_checks'), moves('outbox'), moves('outbox_files', 'outbox_id'), moves('contact_opens', 'seq'), moves('approval_decisions'), moves('account_entries'), moves('account_papers', 'job_id'), moves('loose_returns'),
  moves('customers', 'id', 'parent_id'),
  withAccount('loyalty_cards', 'code'), withAccount('loyalty_claims', 'id'),
  points('loyalty_accounts', 'customer_id'), points('loyalty_waiting'), points('loyalty_household_members'), points('loyalty_lots'), points('loyalty_lots_left'),
  { table: 'consent_events', of: 'customer_id', how: 'consent' },
  stays('loyalty_ledger', 'account_id', 'points are only ever added; two rows carry the balance over'),
  stays('loyalty_ledger', 'customer_id', 'points are only ever added; two rows carry the balance over'),
  stays('loyalty_accounts', 'merged_into', 'an account merged earlier goes on through the one it is in'),
  stays('loyalty_tier_moves', 'account_id', 'the history of a tier; the score counts both accounts'),
  stays('loyalty_sign_ups', 'account_id', 'who had a sign-up bonus had it, whoever they are now'),
  stays('loyalty_bonus_proofs', 'account_id', 'what a bonus was given for counts once, whoever they are now'),
  stays('loyalty_birthdays', 'customer_id', 'since when a birth date is known; a new one is known anew'),
  stays('loyalty_codes', 'account_id', 'a code sent to a phone holds for minutes'),
  stays('account_open', 'customer_id', 'a trigger moves it with its entry'),
  stays('import_rows', 'customer_id', 'what an import did, for its undo'),
  stays('import_rows', 'twin_id', 'what an import found, for its undo'),
  stays('bulk_act_people', 'customer_id', 'what an act on many did, for its undo'),
  stays('customer_group_moves', 'customer_id', 'who was moved out of a group, for the way back'),
  stays('search_catch_up', 'customer_id', 'who is still to be found by more of what is known'),
  stays('sale_permits', 'customer_id', 'an approval for one cart and its minute'),
  stays('erasures', 'customer_id', 'nobody who was erased is merged'),
  stays('customers', 'merged_into', 'a record merged earlier goes on through the one it is in'),
  ...['kept_id', 'gone_id'].map((of) => stays('customer_merges', of, 'the merges themselves')),
  stays('customer_merge_rows', 'customer_id', 'what a merge changed, for its undo'),
  ...['one_id', 'other_id'].map((of) => stays('duplicate_pairs', of, 'the search for duplicates looks again')),
]
