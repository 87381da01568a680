import { Module } from '@nestjs/common';
import { ClaimsModule } from './claims.module.js';

/** No job follows from a claim; commands for claims are carried in the worker too. */
@Module({ imports: [ClaimsModule] })
export class ClaimsWorkerModule {}
