import { Injectable } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { READS } from './query-answer.js';
import { RequestProblem } from './request-problem.js';

const SERVED = `SELECT name FROM event_store.projection_build WHERE state = 'served'`;

/** Whether this process can answer: the database is there, and so is each read model on which a route rests. */
@Injectable()
export class Readiness {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly database: DataSource,
  ) {}

  /** Throws the problem that says what is missing. */
  async check(): Promise<void> {
    const served = await this.servedReadModels();
    const missing = this.neededReadModels().filter((name) => !served.includes(name));
    if (missing.length > 0) throw notReady(`No worker has made these read models yet: ${missing.join(', ')}.`);
  }

  private async servedReadModels(): Promise<readonly string[]> {
    try {
      const rows = await this.database.query<readonly { readonly name: string }[]>(SERVED);
      return rows.map(({ name }) => name);
    } catch {
      throw notReady('The database does not answer.');
    }
  }

  private neededReadModels(): readonly string[] {
    const routes = this.discovery.getControllers().flatMap(({ instance }) => this.methodsOf(instance as object));
    const names = routes.map((route) => this.reflector.get<string | undefined>(READS, route));
    return [...new Set(names)].filter((name) => name !== undefined);
  }

  private methodsOf(controller: object): readonly (() => unknown)[] {
    const prototype = Object.getPrototypeOf(controller) as Record<string, () => unknown>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => prototype[name] ?? []);
  }
}

const notReady = (detail: string): RequestProblem =>
  new RequestProblem(503, 'store/unavailable', detail, { headers: { 'retry-after': '1' } });
