import { z } from 'zod';

export const OUTCOMES = ['registered', 'revised', 'unchanged', 'refused'] as const;

const rowReport = z
  .strictObject({
    row: z.int().describe('From 1. A row that names columns is not counted.'),
    line: z.int().optional().describe('Of a CSV file: on which the row begins.'),
    externalKey: z.string().optional(),
    outcome: z.enum(OUTCOMES),
    submissionId: z.string().optional(),
    version: z.int().optional().describe('Of the submission’s stream.'),
    code: z.string().optional().describe('Of a refusal.'),
    detail: z.string().optional().describe('Why it was refused.'),
  })
  .meta({ id: 'ImportedRow' });

/** What became of each row of a file. */
export const importReport = z
  .strictObject({
    counts: z.strictObject({ registered: z.int(), revised: z.int(), unchanged: z.int(), refused: z.int() }),
    ignoredColumns: z.array(z.string()).optional().describe('Of a CSV file: columns that are not known here.'),
    rows: z.array(rowReport),
  })
  .meta({ id: 'ImportReport' });

export type RowReport = z.infer<typeof rowReport>;
export type ImportReport = z.infer<typeof importReport>;

export const reportOn = (rows: readonly RowReport[], ignoredColumns?: readonly string[]): ImportReport => {
  const count = (outcome: RowReport['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    counts: {
      registered: count('registered'),
      revised: count('revised'),
      unchanged: count('unchanged'),
      refused: count('refused'),
    },
    ...(ignoredColumns && { ignoredColumns: [...ignoredColumns] }),
    rows: [...rows],
  };
};
