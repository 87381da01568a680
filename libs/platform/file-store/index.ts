export { DirectoryFileStore } from './directory-file-store.js';
export { FileCatalogue } from './file-catalogue.js';
export { FileStore, FileTooLarge, storageKeyOf } from './file-store.js';
export type { ReceivedFile, Reception, StoredFile } from './file-store.js';
export { FileStoreModule } from './file-store.module.js';
export { ACCEPTED_TYPES, acceptedTypeOf } from './media-type.js';
export { UploadLimit } from './upload-limit.js';
