import type { EntityMetadata } from 'typeorm';

/** Values of a row by the names of the entity's properties. */
export type Values = Readonly<Record<string, unknown>>;

/** Its one parameter is the rows as JSON, by the names of the columns. */
export type RowStatement = { readonly sql: string; readonly rows: readonly Values[] };

type Changed = { readonly key: Values; readonly changes: Values; readonly steps: Readonly<Record<string, number>> };

// One statement for all rows of which the same columns are said. The table says the types.

export const inserting = (table: EntityMetadata, rows: readonly Values[]): readonly RowStatement[] =>
  alike(rows, Object.keys).map((group) => {
    const names = namesIn(table, Object.keys(group[0] ?? {}));
    return {
      sql: `INSERT INTO ${nameOf(table)} (${names}) SELECT ${names} FROM ${given(table)}`,
      rows: named(table, group),
    };
  });

/** A row that stands under the key takes what is said, and keeps the rest. */
export const upserting = (table: EntityMetadata, rows: readonly Values[]): readonly RowStatement[] => {
  const keys = keysOf(table);
  return inserting(table, rows).map(({ sql, rows: group }) => {
    const others = Object.keys(group[0] ?? {}).filter((name) => !keys.includes(name));
    const changes = others.map((name) => `${quoted(name)} = EXCLUDED.${quoted(name)}`).join(', ');
    const what = others.length === 0 ? 'DO NOTHING' : `DO UPDATE SET ${changes}`;
    return { sql: `${sql} ON CONFLICT (${keys.map(quoted).join(', ')}) ${what}`, rows: group };
  });
};

export const updating = (table: EntityMetadata, rows: readonly Changed[]): readonly RowStatement[] =>
  alike(
    rows.filter(({ changes, steps }) => Object.keys(changes).length + Object.keys(steps).length > 0),
    ({ changes, steps }) => [...Object.keys(changes), ...Object.keys(steps).map((property) => `+${property}`)],
  ).map((group) => {
    const [{ changes, steps } = { changes: {}, steps: {} }] = group;
    const set = [
      ...columnsOf(table, Object.keys(changes)).map((name) => `${quoted(name)} = said.${quoted(name)}`),
      ...columnsOf(table, Object.keys(steps)).map(
        (name) => `${quoted(name)} = own.${quoted(name)} + said.${quoted(name)}`,
      ),
    ].join(', ');
    const said = group.map((one) => ({ ...one.changes, ...one.steps, ...one.key }));
    return {
      sql: `UPDATE ${nameOf(table)} AS own SET ${set} FROM ${given(table)} AS said WHERE ${sameBy(keysOf(table))}`,
      rows: named(table, said),
    };
  });

/** Every row that has one of these parts of a key. */
export const deleting = (table: EntityMetadata, parts: readonly Values[]): readonly RowStatement[] =>
  alike(parts, Object.keys).map((group) => ({
    sql: `DELETE FROM ${nameOf(table)} AS own USING ${given(table)} AS said WHERE ${sameBy(columnsOf(table, Object.keys(group[0] ?? {})))}`,
    rows: named(table, group),
  }));

const alike = <Row>(rows: readonly Row[], kindOf: (row: Row) => readonly string[]): readonly (readonly Row[])[] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const kind = kindOf(row).toSorted().join();
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [row]);
    else group.push(row);
  }
  return [...groups.values()];
};

const given = (table: EntityMetadata): string => `json_populate_recordset(NULL::${nameOf(table)}, $1)`;

const sameBy = (columns: readonly string[]): string =>
  columns.map((name) => `own.${quoted(name)} = said.${quoted(name)}`).join(' AND ');

const named = (table: EntityMetadata, rows: readonly Values[]): readonly Values[] =>
  rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([property, value]) => [columnOf(table, property), value])),
  );

const keysOf = ({ primaryColumns }: EntityMetadata): readonly string[] =>
  primaryColumns.map(({ databaseName }) => databaseName);

const namesIn = (table: EntityMetadata, properties: readonly string[]): string =>
  columnsOf(table, properties).map(quoted).join(', ');

const columnsOf = (table: EntityMetadata, properties: readonly string[]): readonly string[] =>
  properties.map((property) => columnOf(table, property));

const columnOf = (table: EntityMetadata, property: string): string => {
  const column = table.findColumnWithPropertyName(property);
  if (column === undefined) throw new Error(`${table.tableName} has no column for ${property}.`);
  return column.databaseName;
};

const nameOf = ({ tableName }: EntityMetadata): string => quoted(tableName);

const quoted = (name: string): string => `"${name}"`;
