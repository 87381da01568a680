import type { Key, Span } from '#kernel';

export const TEXT_NOTE_KINDS = [
  'unbalanced_quote',
  'relative_date',
  'no_dateline',
  'loaded_verb',
  'rhetorical_question',
  'residue',
  'headline_overstates',
  'inconsistent_paraphrase',
  'unnamed_source',
] as const;

/** What there is to notice in a text. The last three only a person notices. */
export type TextNoteKind = (typeof TEXT_NOTE_KINDS)[number];

/** What is noticed, and where: with no span, about the text as a whole. */
export type Notice = { readonly kind: TextNoteKind; readonly spans: readonly Span[]; readonly message: string };

/** A notice with an id, which is new in its submission. */
export type TextNote = Notice & { readonly noteId: string };

export type NoteAuthor = { readonly tool: Key; readonly version: string } | 'member';
