import { Module } from '@nestjs/common';
import { TokenRows } from './token-rows.js';

/** For the feature that provides `Callers`. */
@Module({ providers: [TokenRows], exports: [TokenRows] })
export class SessionsModule {}
