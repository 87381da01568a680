import type { Readable } from 'node:stream';
import { Controller, Headers, HttpCode, Param, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { FileStream, TakesFile, Viewer, answersProblems } from '#platform/http';
import type { Session } from '#platform/http';
import { TakeFile } from '../commands/take-file.js';
import type { KeptFile } from '../commands/take-file.js';
import { fileHash } from './evidence.bodies.js';

const keptFile = z
  .strictObject({ sha256: z.string(), bytes: z.int(), mediaType: z.string() })
  .meta({ id: 'KeptFile' }) satisfies z.ZodType<KeptFile>;

@Controller('files')
export class FilesController {
  constructor(private readonly commands: CommandBus) {}

  @Put(':sha256')
  @ApiOperation({
    summary: 'Gives the desk a file under the hash of its content, for evidence to name',
    description:
      'For: editor, reviewer, approver. A png, jpg, webp, pdf, mp4, txt, csv or wacz, as Content-Type says. The same file again changes nothing.',
  })
  @HttpCode(200)
  @TakesFile()
  @ApiOkResponse({ standardSchema: keptFile, description: 'The desk has this file.' })
  @answersProblems(400, 401, 403, 413, 415, 422, 503)
  putFile(
    @Viewer() giver: Session,
    @Param('sha256', { schema: fileHash }) sha256: string,
    @FileStream() content: Readable,
    @Headers('content-type') contentType: string | undefined,
    @Headers('content-length') length: string | undefined,
  ): Promise<KeptFile> {
    return this.commands.execute(
      new TakeFile(giver, { sha256, contentType, length: length === undefined ? undefined : Number(length), content }),
    );
  }
}
