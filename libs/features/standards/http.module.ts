import { Module } from '@nestjs/common';
import { StandardsModule } from './standards.module.js';

/** Scales and policies have no routes: the installer makes them with the desk, and checks show them. */
@Module({ imports: [StandardsModule] })
export class StandardsHttpModule {}
