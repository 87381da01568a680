/** Absent: what the command names is not there. */
export type Found<Facts> = Facts | undefined;
