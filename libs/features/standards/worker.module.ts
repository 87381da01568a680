import { Module } from '@nestjs/common';
import { StandardsModule } from './standards.module.js';

/** No job follows from a scale or a policy; decisions of other features read their streams in the worker too. */
@Module({ imports: [StandardsModule] })
export class StandardsWorkerModule {}
