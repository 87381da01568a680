import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { CommandCarriers } from './command-carriers.js';
import type { Carrier } from './command-carriers.js';

@Module({})
class FeatureCommandsModule {}

/** Global: one registry for the whole process. The root imports it once, and each feature says what carries its commands. */
@Global()
@Module({ providers: [CommandCarriers], exports: [CommandCarriers] })
export class CommandsModule {
  static forFeature(carriers: readonly Carrier[]): DynamicModule {
    const registration = {
      provide: `carriers-of-${carriers.map(({ category }) => category).join('-')}`,
      useFactory: (all: CommandCarriers) => all.add(carriers),
      inject: [CommandCarriers],
    };
    return { module: FeatureCommandsModule, providers: [registration] };
  }
}
