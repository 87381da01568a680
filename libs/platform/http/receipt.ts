import { z } from 'zod';

/** The answer to every command: the stream that it was for, and the version at which that stands now. */
export const receipt = z
  .strictObject({ id: z.string().describe('Of the stream.'), version: z.int().nonnegative() })
  .meta({ id: 'Receipt' });
