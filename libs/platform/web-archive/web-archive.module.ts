import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Config } from '#platform/config';
import { HttpWebArchive } from './http-web-archive.js';
import { WebArchive } from './web-archive.js';

/** Global, since a running job needs it until the process has ended. */
@Global()
@Module({})
export class WebArchiveModule {
  static forRoot({ captureAllow, captureMaxBytes, captureTimeoutMs }: Config): DynamicModule {
    const limits = { allow: captureAllow, maxBytes: captureMaxBytes, timeoutMs: captureTimeoutMs };
    return {
      module: WebArchiveModule,
      providers: [{ provide: WebArchive, useFactory: () => new HttpWebArchive(limits) }],
      exports: [WebArchive],
    };
  }
}
