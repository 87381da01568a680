import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from './session.js';
import { Readiness } from './readiness.js';

type Health = { readonly status: 'live' | 'ready' };

/** For whoever watches the process, and for nobody else. */
@ApiExcludeController()
@Public()
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process runs. */
  @Get('livez')
  @Header('cache-control', 'no-store')
  live(): Health {
    return { status: 'live' };
  }

  /** It can answer. */
  @Get('readyz')
  @Header('cache-control', 'no-store')
  async ready(): Promise<Health> {
    await this.readiness.check();
    return { status: 'ready' };
  }
}
