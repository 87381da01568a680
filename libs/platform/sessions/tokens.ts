import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = BigInt(DIGITS.length);
const ID_BYTES = 8;
const SECRET_BYTES = 32;
const FORM = /^(dkt_[a-z]{1,10}_[0-9A-Za-z]{11}_[0-9A-Za-z]{43})_([0-9A-Za-z]{6})$/;

/** A token as it is shown, once, and what is kept of it. */
export type NewToken = { readonly token: string; readonly id: string; readonly hash: Buffer };

/** `dkt_<env>_<id>_<secret>_<crc>`: scanners of code know it by its form, and a slip of the pen needs no look-up. */
export const issueToken = (environment = 'desk'): NewToken => {
  const id = inBase62(randomBytes(ID_BYTES), 11);
  const content = `dkt_${environment}_${id}_${inBase62(randomBytes(SECRET_BYTES), 43)}`;
  const token = `${content}_${checksumOf(content)}`;
  return { token, id, hash: hashToken(token) };
};

/** What is stored. The secret has 256 random bits, so a plain hash cannot be searched. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Whether a text has the form of a token, its checksum included. */
export const isToken = (text: string): boolean => {
  const [, content, checksum] = FORM.exec(text) ?? [];
  return content !== undefined && checksumOf(content) === checksum;
};

const checksumOf = (content: string): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(content));
  return inBase62(bytes, 6);
};

const inBase62 = (bytes: Buffer, length: number): string => {
  let rest = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (; rest > 0n; rest /= BASE) text = DIGITS.charAt(Number(rest % BASE)) + text;
  return text.padStart(length, '0');
};
