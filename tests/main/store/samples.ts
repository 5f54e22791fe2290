// What a shop of each version held, in the fewest rows: the test of migrations brings each of them up to the newest and looks for all of it.
const at = "'2026-11-21T14:02:00.000Z'"

export const samples: Readonly<Record<number, string>> = {
  10: `
    INSERT INTO requests (id, door, at, answer) VALUES ('r1', 'sales/pay', ${at}, 'null');
    INSERT INTO shop (id, name, country, currency, locale, language, time_zone, prices_include_tax, made_at, updated_at)
      VALUES (1, 'Épicerie Noël', 'CA', 'CAD', 'fr-CA', 'fr', 'America/Toronto', 0, ${at}, ${at});
    INSERT INTO registers (id, name, number, made_at) VALUES ('t1', 'Caisse 1', 1, ${at});
    INSERT INTO tax_rates (id, name, rate_ppm, position) VALUES ('tps', 'TPS', 50000, 1), ('tvq', 'TVQ', 99750, 2);
    INSERT INTO tax_classes (id, name, position) VALUES ('taxed', 'Taxable', 1);
    INSERT INTO tax_class_rates (tax_class_id, tax_rate_id) VALUES ('taxed', 'tps'), ('taxed', 'tvq');`,
  20: `
    INSERT INTO staff (id, name, role, language, pin_hash, pin_length, made_at, updated_at) VALUES ('s1', 'Zoë', 'owner', 'fr', 'hash', 4, ${at}, ${at});
    INSERT INTO pin_tries (who, wrong_count, last_wrong_at) VALUES ('s1', 2, ${at});
    INSERT INTO sessions (register_id, staff_id, signed_in_at) VALUES ('t1', 's1', ${at});
    INSERT INTO approvals (id, right_name, target, register_id, requested_by, approved_by, at, expires_at) VALUES ('a1', 'void-sale', 'x', 't1', 's1', 's1', ${at}, ${at});
    INSERT INTO audit (id, at, kind) VALUES ('l1', ${at}, 'sign-in');`,
  30: `
    INSERT INTO price_lists (id, name, position) VALUES ('p1', 'Gros', 1);
    INSERT INTO customer_groups (id, name, position) VALUES ('g1', 'Amis', 1);
    INSERT INTO customers (id, code, seq, source, type, first_name, sort_name, made_at, updated_at) VALUES ('c1', 'C-1', 1, 'till', 'personal', 'Ñandú', 'nandu', ${at}, ${at});
    INSERT INTO customer_phones (customer_id, position, e164, typed) VALUES ('c1', 1, '+15145550101', '514 555-0101');
    INSERT INTO customer_emails (customer_id, position, address, address_key) VALUES ('c1', 1, 'N@x.ca', 'n@x.ca');
    INSERT INTO customer_photos (customer_id, media_type, bytes) VALUES ('c1', 'image/png', x'89504e47');
    INSERT INTO find_name (rowid, t) VALUES (1, 'nandu');`,
  40: `
    INSERT INTO consent_events (id, customer_id, channel, type, allowed, address, wording, language, how, staff_id, register_id, at)
      VALUES ('e1', 'c1', 'sms', 'marketing', 1, '+15145550101', 'Pouvons-nous?', 'fr', 'asked', 's1', 't1', ${at});`,
  50: `
    INSERT INTO categories (id, name, position) VALUES ('k1', 'Pain', 1);
    INSERT INTO items (id, name, price_cents, tax_class_id, category_id, seq, sort_name, made_at, updated_at) VALUES ('i1', 'Baguette', 375, 'taxed', 'k1', 1, 'baguette', ${at}, ${at});
    INSERT INTO item_barcodes (code, item_id) VALUES ('0123456789012', 'i1');`,
  60: `
    INSERT INTO sales (id, register_id, staff_id, state, currency, prices_include_tax, customer_id, made_at) VALUES ('v1', 't1', 's1', 'open', 'CAD', 0, 'c1', ${at});
    INSERT INTO sale_lines (id, sale_id, position, item_id, name, quantity_milli, list_price_cents, price_cents, price_reason, tax_class_id, earns_points, added_at)
      VALUES ('vl1', 'v1', 1, 'i1', 'Baguette', 2000, 375, 375, 'list', 'taxed', 1, ${at});
    INSERT INTO tenders (id, sale_id, kind, amount_cents, given_cents, staff_id, at) VALUES ('vt1', 'v1', 'cash', 860, 1000, 's1', ${at});
    UPDATE sales SET state = 'completed', number = 1, subtotal_cents = 750, discounts_cents = 0, net_cents = 750, tax_cents = 112, rounding_cents = -2, total_cents = 860, completed_at = ${at};`,
  80: `
    INSERT INTO loyalty_households (id, name, made_at, staff_id) VALUES ('lh1', 'Noël', ${at}, 's1');
    INSERT INTO loyalty_household_members (id, household_id, account_id, role, joined_at, joined_by) VALUES ('lm1', 'lh1', 'la1', 'owner', ${at}, 'made');
    INSERT INTO loyalty_security (customer_id, question, answer_hash, set_at, staff_id) VALUES ('c1', 'Premier chat?', 'hash', ${at}, 's1');
    INSERT INTO outbox (id, source_key, customer_id, channel, purpose, address, body, state, made_at) VALUES ('o1', 'x', 'c1', 'sms', 'points-expiring', '+15145550101', 'Bonjour', 'queued', ${at});`,
  70: `
    INSERT INTO loyalty_accounts (id, customer_id, joined_at, joined_day, register_id, staff_id, last_visit_day) VALUES ('la1', 'c1', ${at}, '2026-01-01', 't1', 's1', '2026-01-01');
    INSERT INTO loyalty_ledger (seq, id, register_id, sequence, source_key, account_id, customer_id, kind, points, pending, balance_after, pending_after, owed, rule_version, working, reason, note,
      tier_points, value_cents, sale_cents, new_visits, repeat_visits, at, day, previous_hash, hash, seal)
      VALUES (1, 'le1', 't1', 1, 'opening/c1', 'la1', 'c1', 'opening', 240, 0, 240, 0, 0, 1, '{}', 'opening', '', 0, 0, 0, 0, 0, ${at}, '2026-01-01', '', 'h1', 's1');`,
  90: `
    INSERT INTO devices (id, register_id, kind, name, transport, address, settings, active, created_at, updated_at)
      VALUES ('d1', 't1', 'scanner', 'Douchette', 'serial', '{"path":"/dev/ttyACM0"}', '{"baudRate":9600}', 1, ${at}, ${at});`,
  140: `
    INSERT INTO list_memory (staff_id, what, body) VALUES ('s1', 'columns', '["name","email"]');
    INSERT INTO smart_groups (id, name, filter, made_at, made_by, updated_at) VALUES ('sg1', 'Sans courriel', '{"email":"without"}', ${at}, 's1', ${at});
    INSERT INTO bulk_acts (id, what, detail, staff_id, register_id, at) VALUES ('ba1', 'group', '{"groupId":"g1"}', 's1', 't1', ${at});
    INSERT INTO bulk_act_people (act_id, customer_id, before) VALUES ('ba1', 'c1', 'null');`,
  110: `
    UPDATE staff SET badge = 'B-0007' WHERE id = 's1';
    INSERT INTO shop_secrets (name, secret) VALUES ('documents', lower(hex(zeroblob(32))));
    INSERT INTO document_keys (customer_id, key, at) VALUES ('c1', lower(hex(zeroblob(32))), ${at});
    INSERT INTO code_choices (code, meaning, staff_id, at) VALUES ('2000000000015', 'card', 's1', ${at});`,
  100: `
    INSERT INTO devices (id, register_id, kind, name, transport, address, settings, active, created_at, updated_at)
      VALUES ('d2', 't1', 'printer', 'Imprimante', 'tcp', '{"host":"192.168.1.50","port":9100}', '{"profile":"epson-tm-t88"}', 1, ${at}, ${at});
    INSERT INTO print_jobs (id, sequence, register_id, device_id, kind, sale_id, language, opens_drawer, state, made_at, updated_at) VALUES ('pj1', 1, 't1', 'd2', 'receipt', 'v1', 'fr', 1, 'printed', ${at}, ${at});
    INSERT INTO receipt_logo (id, width, height, black, updated_at) VALUES (1, 8, 8, zeroblob(64), ${at});
    INSERT INTO print_job_states (job_id, state, at) VALUES ('pj1', 'queued', ${at});`,
  120: `
    INSERT INTO loyalty_closes (month, closed_at, points, cents, rate_points, rate_cents, breakage_ppm, members, buckets) VALUES ('2026-01', ${at}, 240, 1200, 100, 500, NULL, 1, '[]');`,
  130: `
    INSERT INTO contact_opens (customer_id, way, staff_id, register_id, at) VALUES ('c1', 'whatsapp', 's1', 't1', ${at});`,
  150: `
    UPDATE customers SET tax_exempt = 1, tax_certificate = 'TX-9', tax_exempt_until = '2027-01-31', pay_later_allowed = 1, pay_later_limit_cents = 20000, pay_later_days = 30 WHERE id = 'c1';
    INSERT INTO customer_tags (customer_id, key, tag) VALUES ('c1', 'decafeine', 'Décaféiné');
    INSERT INTO customer_contacts (customer_id, position, name, role, e164, typed, email, may_buy) VALUES ('c1', 0, 'Ana', 'Gérante', '+15145550142', '514 555-0142', 'a@x.ca', 1);
    INSERT INTO attributes (id, name, key, kind, position, made_at, updated_at) VALUES ('at1', 'Pointure', 'pointure', 'number', 1, ${at}, ${at});
    INSERT INTO customer_attributes (customer_id, attribute_id, value, key) VALUES ('c1', 'at1', '42', '42');`,
  160: `
    UPDATE customer_groups SET discount_ppm = 100000, colour = 'blue' WHERE id = 'g1';
    INSERT INTO customer_standings (customer_id, kind, reason, at, staff_id) VALUES ('c1', 'banned', 'Vol', ${at}, 's1');
    INSERT INTO customer_flags (customer_id, note, level, at, staff_id) VALUES ('c1', 'Parle à Zoë', 'warn', ${at}, 's1');
    INSERT INTO approval_decisions (id, customer_id, decision, request_id, at, staff_id, register_id) VALUES ('ad1', 'c1', 'approved', 'r1', ${at}, 's1', 't1');
    INSERT INTO portal_logins (customer_id, kind, login, login_key, password_hash, set_at, staff_id) VALUES ('c1', 'email', 'N@x.ca', 'n@x.ca', 'hash', ${at}, 's1');
    INSERT INTO sale_exemptions (sale_id, certificate) VALUES ('v1', 'EX-1');`,
  170: `
    INSERT INTO customers (id, code, seq, source, type, status, first_name, sort_name, made_at, updated_at, merged_into) VALUES ('c170', 'C-170', 170, 'till', 'personal', 'merged', 'Nandu', 'nandu', ${at}, ${at}, 'c1');
    INSERT INTO customer_merges (id, kind, kept_id, gone_id, at, undo_until, staff_id, register_id, moved) VALUES ('cm1', 'merge', 'c1', 'c170', ${at}, ${at}, 's1', 't1', '{}');
    INSERT INTO customer_merge_rows (merge_id, table_name, customer_id, before, after) VALUES ('cm1', 'customers', 'c1', '[]', '[]');
    INSERT INTO customer_merge_moves (merge_id, table_name, keys) VALUES ('cm1', 'sales', '["v1"]');
    INSERT INTO duplicate_pairs (one_id, other_id, score, why, source, state, found_at) VALUES ('c1', 'c170', 92, '["phone"]', 'found', 'different', ${at});`,
  180: `
    INSERT INTO account_rules (id, pay_later, days, over_limit, overdue, overdue_days, updated_at) VALUES (1, 1, 30, 'pin', 'warn', 30, ${at});
    INSERT INTO account_entries (id, source_key, customer_id, kind, amount_cents, day, due_on, at, register_id, staff_id, sale_id)
      VALUES ('ae1', 'tender/vt9', 'c1', 'charge', 4000, '2026-11-21', '2026-12-21', ${at}, 't1', 's1', 'v1');
    INSERT INTO account_entries (id, source_key, customer_id, kind, amount_cents, day, at, register_id, staff_id, number, method, money_cents, given_cents, change_cents)
      VALUES ('ae2', 'payment/r9', 'c1', 'payment', -1500, '2026-11-21', ${at}, 't1', 's1', 1, 'cash', 1500, 2000, 500);
    INSERT INTO account_matches (credit_id, debit_id, amount_cents, how, at) VALUES ('ae2', 'ae1', 1500, 'oldest', ${at});
    INSERT INTO print_jobs (id, sequence, register_id, device_id, kind, language, opens_drawer, state, made_at, updated_at) VALUES ('pj2', 2, 't1', 'd2', 'drawer', 'fr', 0, 'printed', ${at}, ${at});
    INSERT INTO account_papers (job_id, customer_id, entry_id) VALUES ('pj2', 'c1', 'ae2');`,
  200: `INSERT INTO import_mappings (head, columns, at) VALUES ('${'a'.repeat(64)}', '[{"field":"first-name","group":""}]', ${at});`,
  210: `
    INSERT INTO roles (id, name, base, rights, fields, limits, updated_at) VALUES ('ro1', 'Stagiaire', 'cashier', '{"discount":"pin"}', '{"phone":"masked"}', '{"refundCents":5000}', ${at});
    UPDATE staff SET role_id = 'ro1', pin_must_change = 1 WHERE id = 's1';`,
  220: `UPDATE search_settings SET most_letters = 12;`,
  230: `INSERT INTO support_messages (id, body, state, staff_id, register_id, made_at) VALUES ('sm1', 'Où est la caisse?', 'queued', 's1', 't1', ${at});`,
  240: `
    INSERT INTO app_registers (app, register_id, since) VALUES ('tables', 't1', ${at});
    INSERT INTO floor_tables (id, name, name_key, made_at) VALUES ('ft1', 'Table 4', 'table 4', ${at});
    INSERT INTO sale_tables (sale_id, table_id) VALUES ('v1', 'ft1');
    INSERT INTO support_pictures (message_id, media_type, bytes) VALUES ('sm1', 'image/png', zeroblob(4));`,
  270: `
    INSERT INTO account_entries (id, source_key, customer_id, kind, amount_cents, day, due_on, at, register_id, staff_id) VALUES ('ae3', 'payout/r10', 'c1', 'adjustment', 500, '2026-11-21', '2026-11-21', ${at}, 't1', 's1');
    INSERT INTO account_payouts (entry_id, register_id, number, money_cents, at) VALUES ('ae3', 't1', 1, 500, ${at});
    INSERT INTO outbox (id, source_key, customer_id, channel, purpose, address, body, state, made_at) VALUES ('ob9', 'statement/r11', 'c1', 'email', 'statement', 'n@x.ca', 'Voici', 'queued', ${at});
    INSERT INTO outbox_files (outbox_id, customer_id, file_name, media_type, bytes, content) VALUES ('ob9', 'c1', 'releve.pdf', 'application/pdf', 4, zeroblob(4));
    UPDATE erasures SET write_off_cents = 500, write_off_by = 's1' WHERE id = 'er1';`,
  190: `
    INSERT INTO erasures (id, act_id, customer_id, number, state, asked_at, commits_at, erased_at, swept_at, register_id, staff_id, counts)
      VALUES ('er1', 'act1', 'c1', 1, 'done', ${at}, ${at}, ${at}, ${at}, 't1', 's1', '{"names":1}');
    INSERT INTO export_jobs (id, state, kind, file_name, asked, people, total, bytes, pieces, key, staff_id, register_id, made_at)
      VALUES ('ex1', 'ready', 'csv', 'clients.csv', '{"selection":{"kind":"filter"}}', 1, 1, 40, 1, 'aa', 's1', 't1', ${at});
    INSERT INTO staff_mail (id, export_id, address, subject, body, file_name, bytes, state, staff_id, made_at) VALUES ('sm1', 'ex1', 'o@x.ca', 'Liste', 'Voici', 'clients.csv', 40, 'queued', 's1', ${at});`,
  250: `
    INSERT INTO sales (id, register_id, staff_id, state, currency, prices_include_tax, customer_id, made_at) VALUES ('dv1', 't1', 's1', 'open', 'CAD', 0, 'c1', ${at});
    INSERT INTO sale_lines (id, sale_id, position, name, quantity_milli, list_price_cents, price_cents, price_reason, tax_class_id, earns_points, added_at, kind)
      VALUES ('dvl1', 'dv1', 1, 'Frais de livraison', 1000, 500, 500, 'list', 'taxed', 0, ${at}, 'delivery');
    INSERT INTO deliveries (sale_id, name, phone, address_1, city, day, time, note) VALUES ('dv1', 'Ñandú', '+15145550101', '12 rue A', 'Montréal', '2026-11-22', '14:30', 'Sonner');`,
  260: `
    INSERT INTO loose_returns (id, register_id, number, cart_id, customer_id, staff_id, approved_by, reason, kind, currency, prices_include_tax, net_cents, tax_cents, rounding_cents, total_cents, at)
      VALUES ('lr1', 't1', 1, 'gone1', 'c1', 's1', 's1', 'Sans reçu', 'cash', 'CAD', 0, 1000, 150, 0, 1150, ${at});
    INSERT INTO loose_return_lines (return_id, position, name, quantity_milli, price_cents, net_cents, tax_cents) VALUES ('lr1', 1, 'Café', 1000, 1000, 1000, 150);
    INSERT INTO loose_return_taxes (return_id, tax_rate_id, name, rate_ppm, tax_cents) VALUES ('lr1', 'tps', 'TPS', 150000, 150);
    INSERT INTO return_papers (job_id, return_id) VALUES ('pj2', 'lr1');
    INSERT INTO customer_rules (id, questions, pending_earns, denied_days, updated_at) VALUES (1, '["Quel est le nom de votre chat ?"]', 0, 30, ${at});`,
}
