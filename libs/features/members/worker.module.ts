import { Module } from '@nestjs/common';
import { MembersModule } from './members.module.js';

/** No job follows from what members do; decisions of other features read their streams in the worker too. */
@Module({ imports: [MembersModule] })
export class MembersWorkerModule {}
