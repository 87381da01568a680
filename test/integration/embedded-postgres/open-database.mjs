/* A process that opens the database of DOCKET_HOME, tells how, and leaves it as soon as it is left alone. */
import { readSettings } from '#platform/config';
import { openDatabase } from '#platform/embedded-postgres';

try {
  const database = await openDatabase(readSettings(process.env));
  process.once('disconnect', () => void database.stop());
  process.send({ how: database.how, urls: database.urls });
} catch (error) {
  if (error.name !== 'StartRefused') throw error;
  process.send({ refused: error.message }, () => process.disconnect());
}
