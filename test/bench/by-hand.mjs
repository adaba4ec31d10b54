// The SQL that a person would write for one contract: the same measures, and the same evidence where something is wrong.
const mt = "direction = 'MT' AND status <> 'rejected'";
const han = "length(regexp_replace(signature, '[^\\p{Han}]+', '', 'g'))";
const characters = "length(regexp_replace(signature, '([\\x{10000}-\\x{10FFFF}])', '\\1\\1', 'g'))";
const illegal = `CASE WHEN ${han} > 0 THEN ${han} < 3 OR ${characters} > 8 ELSE ${characters} > 16 END`;

/** Rows of a table in the period and up to as-of. */
const within = (table, time, { from, to, asOf }) =>
  `${table} WHERE ${time} >= '${from} 00:00:00' AND ${time} < DATE '${to}' + 1 AND ${time} <= '${asOf}'`;

/** A number's entry of a list at the moment, where nobody is entered twice. */
const joined = (alias, list, number, at) =>
  `LEFT JOIN list_entries ${alias} ON ${alias}.list = '${list}' AND ${alias}.recipient = ${number}
   AND ${alias}.added_at <= ${at} AND coalesce(${alias}.removed_at, 'infinity') > ${at}`;

export async function messages(store, asked) {
  const from = `FROM ${within('messages', 'sent_at', asked)}`;
  const [row] = await store.query(`SELECT count(*) FILTER (WHERE ${mt}) AS total,
    count(*) FILTER (WHERE ${mt} AND signature IS NULL) AS unsigned,
    count(*) FILTER (WHERE ${mt} AND ${illegal}) AS invalid, 0 AS unknown ${from}`);
  if (row.unsigned + row.invalid > 0) {
    await store.query(`SELECT id, sent_at, recipient, signature ${from}
      AND ${mt} AND (signature IS NULL OR ${illegal}) ORDER BY sent_at, id LIMIT 20`);
  }
  return { 'message-signature': row };
}

export async function listed(store, asked) {
  const signatures = await messages(store, asked);
  const from = `FROM ${within('messages', 'sent_at', asked)}`;
  const [lists] = await store.query(`SELECT count(*) FILTER (WHERE ${mt}) AS total,
    count(*) FILTER (WHERE ${mt} AND c.list IS NULL) AS absent,
    count(*) FILTER (WHERE ${mt} AND b.list IS NOT NULL) AS forbidden
    FROM (SELECT * ${from}) m ${joined('c', 'consent', 'm.recipient', 'sent_at')} ${joined('b', 'black', 'm.recipient', 'sent_at')}`);
  const { total, absent, forbidden } = lists;
  return { ...signatures, consent: { total, absent }, blacklist: { total, forbidden } };
}

export async function calls(store, asked) {
  const from = `FROM ${within('calls', 'started_at', asked)} AND direction = 'out'`;
  const [caller] = await store.query(
    `SELECT count(*) AS total, count(*) FILTER (WHERE caller <> '12393') AS broken ${from}`,
  );
  const often = async (by, limit) => {
    const days = `SELECT ${by}, started_at::date AS day, count(*) AS n, max_by(id, started_at) AS id ${from} GROUP BY 1, 2`;
    const [row] = await store.query(
      `SELECT count(*) AS total, count(*) FILTER (WHERE n > ${limit}) AS broken, max(n) AS most FROM (${days})`,
    );
    if (row.broken > 0) await store.query(`SELECT * FROM (${days}) WHERE n > ${limit} ORDER BY day, id LIMIT 20`);
    return row;
  };
  const marketing = `FROM (SELECT * ${from} AND purpose = 'marketing') k`;
  const [lists] = await store.query(`SELECT count(*) AS total, count(*) FILTER (WHERE c.list IS NULL) AS absent,
    count(*) FILTER (WHERE o.list IS NOT NULL) AS forbidden
    ${marketing} ${joined('c', 'consent', 'k.callee', 'started_at')} ${joined('o', 'optout', 'k.callee', 'started_at')}`);
  const { total, absent, forbidden } = lists;
  return {
    'caller-numbers': caller,
    'call-frequency-caller': await often('caller', 500),
    'call-frequency-callee': await often('callee', 10),
    'marketing-call-consent': { total, absent },
    'marketing-call-refusal': { total, forbidden },
  };
}

/** Two sides' messages by one full outer join on id: rows by class, each row in the first class that it differs in. */
export async function twoSided(store, asked) {
  const units = "length(regexp_replace(%, '([\\x{10000}-\\x{10FFFF}])', '\\1\\1', 'g'))";
  const segments = `(${units.replace('%', 'content')} + ${units.replace('%', 'signature')} + 2 + 69) // 70`;
  const side = (table) => `(SELECT id, direction, status, date_trunc('month', sent_at) AS month,
    CASE WHEN direction = 'MT' AND status = 'delivered' THEN ${segments} ELSE 0 END AS units FROM ${within(table, 'sent_at', asked)})`;
  const [row] = await store.query(`SELECT count(*) FILTER (WHERE o.id IS NULL) AS "missing-here",
    count(*) FILTER (WHERE t.id IS NULL) AS "missing-there", count(*) FILTER (WHERE o.id = t.id) AS both,
    count(*) FILTER (WHERE o.status <> t.status) AS status,
    count(*) FILTER (WHERE o.status = t.status AND o.direction <> t.direction) AS direction,
    count(*) FILTER (WHERE o.status = t.status AND o.direction = t.direction AND o.month <> t.month) AS month,
    count(*) FILTER (WHERE o.status = t.status AND o.direction = t.direction AND o.month = t.month
      AND o.units <> t.units) AS units, sum(o.units) AS ours, sum(t.units) AS theirs
    FROM ${side('messages')} o FULL OUTER JOIN ${side('theirs')} t ON o.id = t.id`);
  const [{ n }] = await store.query(`SELECT count(*) AS n FROM ${within('messages', 'sent_at', asked)}`);
  const { both, ours: _ours, theirs: _theirs, ...found } = row;
  return { ...found, 'duplicate-here': 0, 'duplicate-there': both - (n - row['missing-there']) };
}

export async function complaints(store, asked) {
  const from = `FROM ${within('complaints', 'received_at', asked)}`;
  const user = "responsible = 'customer'";
  const late = (hours, done = 'replied_at') =>
    `coalesce(${done}, '${asked.asOf}') > received_at + INTERVAL ${hours} HOUR`;
  const gateway = "responsible = 'carrier' AND category = 'gateway'";
  const used = `greatest(0, epoch_us(resolved_at) - epoch_us(received_at) - 60000000 * travel_minutes)`;
  const other = "responsible = 'carrier' AND category <> 'gateway'";
  const [row] = await store.query(`SELECT
    count(*) FILTER (WHERE ${user}) AS user_total, count(*) FILTER (WHERE ${user} AND ${late(24)}) AS user_late,
    count(*) FILTER (WHERE ${gateway}) AS gateway_total, sum(${used}) FILTER (WHERE ${gateway}) AS gateway_used,
    count(*) FILTER (WHERE ${other}) AS other_total, count(*) FILTER (WHERE ${other} AND ${late(48)}) AS other_late ${from}`);
  if (row.user_late > 0) {
    await store.query(
      `SELECT id, received_at, replied_at ${from} AND ${user} AND ${late(24)} ORDER BY received_at, id LIMIT 20`,
    );
  }
  return {
    'user-complaints': { total: row.user_total, late: row.user_late },
    'gateway-repair': { total: row.gateway_total },
    'other-complaints': { total: row.other_total, late: row.other_late },
  };
}
