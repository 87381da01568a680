/** Of a list that is short: there is nothing to narrow. */
export type ListFilters = { readonly limit: number; readonly cursor?: string };
