// What erasing a person does with every table there is: the fixed list of N12. A table that is not here fails tests/rules/erase-list.test.ts, and so
// does one with a customer in it that is said to hold nobody. Whoever adds a table adds its line.

/** Whose rows: of the customer, of their points account, of one of their sales, or lines of the audit about them or about a sale of theirs. */
export type Of = 'customer' | 'account' | 'sale' | 'refund' | 'audit' | 'audit-of-sale'
/** Under which word the certificate counts it. */
export type Counted =
  | 'contacts' | 'addresses' | 'photo' | 'documents' | 'attributes' | 'notes' | 'consents' | 'messages' | 'log-in' | 'cards' | 'sales' | 'imports' | 'audit' | 'points' | 'account' | 'merges' | 'activity'

export type Fate =
  /** The person's rows go. */
  | { readonly does: 'deletes'; readonly by: string; readonly of: Of; readonly as: Counted }
  /** The rows stay without a name: these columns are emptied (null stays null). */
  | { readonly does: 'empties'; readonly by: string; readonly of: Of; readonly as: Counted; readonly columns: Readonly<Record<string, string | null>> }
  /** The rows stay as they are: ids and numbers, nothing to read. */
  | { readonly does: 'keeps'; readonly by: string }
  /** A step of its own, in the file named. */
  | { readonly does: 'own'; readonly where: 'customers/erase.sql.ts' | 'flows/erase-points.ts' | 'flows/erase-staged.ts' | 'flows/erase-hunt.ts' | 'flows/erase-sweep.ts' | 'flows/erase-exports.ts' | 'flows/erase-run.ts' }
  /** Nobody's: the shop's own things. */
  | { readonly does: 'nothing' }

/** What is done row by row, by the columns and words of the list. */
export type Reaching = Extract<Fate, { readonly does: 'deletes' | 'empties' }>

const goes = (as: Counted, by = 'customer_id', of: Of = 'customer'): Fate => ({ does: 'deletes', by, of, as })
const emptied = (as: Counted, columns: Readonly<Record<string, string | null>>, by = 'customer_id', of: Of = 'customer'): Fate => ({ does: 'empties', by, of, as, columns })
const stays = (by = 'customer_id'): Fate => ({ does: 'keeps', by })
const nobody: Fate = { does: 'nothing' }
/** What a sale says of its buyer once they are erased; receipts put words to it. */
export const erasedCopy = '{"name":"","phone":"","address":null,"erased":true}'

export const eraseList: Readonly<Record<string, Fate>> = {
  // the person
  customers: { does: 'own', where: 'customers/erase.sql.ts' },
  customer_phones: goes('contacts'), customer_emails: goes('contacts'), customer_contacts: goes('contacts'), customer_addresses: goes('addresses'), customer_extras: goes('attributes'),
  customer_photos: goes('photo'), identity_documents: goes('documents'), document_keys: goes('documents'), medical_records: goes('documents'), customer_tags: goes('attributes'),
  customer_attributes: goes('attributes'), customer_standings: goes('notes'), customer_flags: goes('notes'), customer_group_moves: goes('activity'), approval_decisions: goes('activity'),
  portal_logins: goes('log-in'), contact_opens: goes('activity'), bulk_act_people: goes('activity'), search_catch_up: goes('activity'), customer_letters: { does: 'own', where: 'customers/erase.sql.ts' },
  // what was said to them and asked of them: that they were asked, when and what they answered stays as proof of nobody in particular
  consent_events: emptied('consents', { address: '', wording: '', how: '' }), outbox_files: goes('messages'), outbox: goes('messages'),
  // points: sums stay, words go, cards are blocked
  loyalty_accounts: stays(), loyalty_ledger: { does: 'own', where: 'flows/erase-points.ts' }, loyalty_redactions: stays('entry_id'), loyalty_tier_moves: emptied('points', { reason: '' }, 'account_id', 'account'),
  loyalty_cards: { does: 'own', where: 'flows/erase-points.ts' }, loyalty_sign_ups: goes('points', 'account_id', 'account'), loyalty_birthdays: goes('points'), loyalty_security: goes('log-in'),
  loyalty_codes: goes('messages', 'account_id', 'account'), loyalty_claims: emptied('points', { proof: '' }, 'account_id', 'account'), loyalty_bonus_proofs: stays('account_id'),
  loyalty_households: { does: 'own', where: 'flows/erase-points.ts' }, loyalty_household_members: { does: 'own', where: 'flows/erase-points.ts' },
  loyalty_waiting: goes('points', 'account_id', 'account'), loyalty_lots: stays('account_id'), loyalty_lots_left: stays('account_id'), loyalty_draws: stays('entry_id'),
  // sales: money and tax stay, the copy of the buyer and every word about them go
  sales: emptied('sales', { customer_copy: erasedCopy, label: '', note: '', void_reason: '' }, 'id', 'sale'), sale_lines: emptied('sales', { note: '' }, 'sale_id', 'sale'),
  refunds: emptied('sales', { reason: '' }, 'sale_id', 'sale'), tenders: { does: 'own', where: 'customers/erase.sql.ts' }, print_jobs: emptied('sales', { note: '' }, 'sale_id', 'sale'),
  deliveries: emptied('sales', { name: '', phone: '', address_1: '', address_2: '', city: '', region: '', postcode: '', country: '', note: '' }, 'sale_id', 'sale'),
  sale_permits: stays(), sale_exemptions: emptied('sales', { certificate: '' }, 'sale_id', 'sale'), age_checks: stays(), cart_terms: stays('sale_id'), sale_tables: stays('sale_id'), sale_line_taxes: stays('line_id'), sale_taxes: stays('sale_id'),
  refund_lines: stays('refund_id'), refund_taxes: stays('refund_id'), sale_exchanges: stays('sale_id'), print_job_states: stays('job_id'),
  loose_returns: emptied('sales', { reason: '', reference: '' }), loose_return_lines: stays('return_id'), loose_return_taxes: stays('return_id'), return_papers: stays('return_id'),
  // pay later: entries stay, their words go
  account_entries: emptied('account', { reference: '', reason: '' }), account_matches: stays('debit_id'), account_open: stays(), account_papers: stays(), account_payouts: stays('entry_id'), account_seals: nobody,
  // what somebody did, kept for ever, without what it was done with
  audit: emptied('audit', { before: null, after: null, reason: null }, 'target', 'audit'), approvals: stays('target'),
  // copies of what was typed, sent or asked
  import_rows: { does: 'own', where: 'flows/erase-staged.ts' }, import_chunks: { does: 'own', where: 'flows/erase-staged.ts' }, import_keys: { does: 'own', where: 'flows/erase-staged.ts' },
  import_photos: { does: 'own', where: 'flows/erase-staged.ts' }, import_batches: { does: 'own', where: 'flows/erase-staged.ts' },
  import_mappings: nobody,
  requests: { does: 'own', where: 'flows/erase-hunt.ts' }, form_drafts: { does: 'own', where: 'flows/erase-hunt.ts' }, list_memory: { does: 'own', where: 'flows/erase-hunt.ts' },
  smart_groups: { does: 'own', where: 'flows/erase-hunt.ts' }, support_messages: { does: 'own', where: 'flows/erase-hunt.ts' }, support_pictures: { does: 'own', where: 'flows/erase-run.ts' }, bulk_acts: { does: 'own', where: 'flows/erase-hunt.ts' },
  find_name: { does: 'own', where: 'flows/erase-sweep.ts' }, find_all: { does: 'own', where: 'flows/erase-sweep.ts' },
  export_jobs: { does: 'own', where: 'flows/erase-exports.ts' }, staff_mail: { does: 'own', where: 'flows/erase-exports.ts' },
  // that somebody was erased: numbers only
  erasures: stays(), erase_hits: nobody,
  // who was one person with whom: whole rows of both, and pairs that look alike; the records that were merged into the person are erased with them
  customer_merges: goes('merges', 'kept_id, gone_id'), customer_merge_rows: goes('merges'), customer_merge_moves: stays('merge_id'), duplicate_pairs: goes('merges', 'one_id, other_id'),
  // the shop's own
  account_rules: nobody, app_registers: nobody, floor_tables: nobody, attributes: nobody, categories: nobody, code_choices: nobody, customer_codes: nobody, customer_rules: nobody, customer_groups: nobody, customer_types: nobody, delivery_settings: nobody, form_settings: nobody, devices: nobody, duplicate_search: nobody, erase_settings: nobody,
  find_all_words: nobody, find_item: nobody, find_name_words: nobody, search_settings: nobody, help_votes: nobody, item_barcodes: nobody, item_prices: nobody, items: nobody, list_settings: nobody, loyalty_card_batches: nobody, loyalty_closes: nobody,
  loyalty_days: nobody, loyalty_heads: nobody, loyalty_jobs: nobody, loyalty_programs: nobody, loyalty_rewards: nobody, loyalty_seal_end: nobody, loyalty_seals: nobody, loyalty_secret: nobody,
  pin_rules: nobody, pin_tries: nobody, price_lists: nobody, receipt_logo: nobody, registers: nobody, report_columns: nobody, roles: nobody, scan_settings: nobody,
  sessions: nobody, shop: nobody, shop_secrets: nobody, staff: nobody, staff_addresses: nobody, tax_class_rates: nobody, tax_classes: nobody, tax_rates: nobody, ticket_numbers: nobody,
}

/** What becomes of each column of the person's own row; the rule test holds it against the table. */
export const keptOfPerson = [
  'id', 'seq', 'source', 'type', 'status', 'import_batch_id', 'merged_into', 'visits', 'made_at', 'made_by', 'version', 'updated_at', 'updated_by', 'updated_register',
] as const
export const emptiedOfPerson: Readonly<Record<string, string | number | null>> = {
  customer_type_id: null, group_id: null, first_name: '', last_name: '', nickname: '', company: '', industry: '', job_title: '', website: '', tax_id: '', birth_date: null, language: null, tags: '[]',
  notes: '', sort_name: '', last_visit_at: null, main_phone: '', main_email: '', main_city: '', field_changes: '{}', price_list_id: null, discount_ppm: 0, tax_exempt: 0, tax_certificate: '',
  tax_exempt_until: null, registration_no: '', parent_id: null, preferred_channel: null, pay_later_allowed: 0, pay_later_limit_cents: null, pay_later_days: null, po_required: 0, statement_by: null, also_known: '',
}
