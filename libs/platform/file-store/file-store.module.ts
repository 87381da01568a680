import { Global, Module } from '@nestjs/common';
import type { DynamicModule, OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { StartRefused } from '#platform/config';
import type { Config } from '#platform/config';
import { DirectoryFileStore } from './directory-file-store.js';
import { FileCatalogue, FileRow } from './file-catalogue.js';
import { FileStore } from './file-store.js';
import { UploadLimit } from './upload-limit.js';

/** Global, since a running job needs it until the process has ended. */
@Global()
@Module({})
export class FileStoreModule implements OnModuleInit {
  constructor(private readonly store: DirectoryFileStore) {}

  static forRoot({ filesDirectory, maxUploadBytes }: Config): DynamicModule {
    return {
      module: FileStoreModule,
      imports: [TypeOrmModule.forFeature([FileRow])],
      providers: [
        { provide: DirectoryFileStore, useFactory: () => new DirectoryFileStore(filesDirectory) },
        { provide: FileStore, useExisting: DirectoryFileStore },
        { provide: UploadLimit, useFactory: () => new UploadLimit(maxUploadBytes) },
        FileCatalogue,
      ],
      exports: [FileStore, FileCatalogue, UploadLimit],
    };
  }

  async onModuleInit(): Promise<void> {
    try {
      await this.store.sweep();
    } catch (error) {
      const { message } = error as Error;
      throw new StartRefused(`Files cannot be kept (${message}). Set DOCKET_FILES to a directory that can be written.`);
    }
  }
}
