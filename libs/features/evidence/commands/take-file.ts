import type { Readable } from 'node:stream';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { demand } from '#kernel';
import {
  ACCEPTED_TYPES,
  FileCatalogue,
  FileStore,
  FileTooLarge,
  UploadLimit,
  acceptedTypeOf,
} from '#platform/file-store';
import type { ReceivedFile } from '#platform/file-store';
import { RequestProblem } from '#platform/http';
import type { Session } from '#platform/http';
import { mayAccess } from '../domain/access.js';
import { fileMismatch, fileType } from '../domain/evidence.errors.js';

/** A file as the desk keeps it. */
export type KeptFile = { readonly sha256: string; readonly bytes: number; readonly mediaType: string };

/** What is given, and what is said of it. */
type Given = {
  readonly sha256: string;
  readonly contentType: string | undefined;
  /** In bytes, where that is said beforehand. */
  readonly length: number | undefined;
  readonly content: Readable;
};

/** Gives the desk a file, which evidence may then name. No event: it is nobody's evidence yet. */
export class TakeFile extends Command<KeptFile> {
  constructor(
    readonly giver: Session,
    readonly given: Given,
  ) {
    super();
  }
}

@CommandHandler(TakeFile)
export class TakeFileHandler implements ICommandHandler<TakeFile> {
  constructor(
    private readonly files: FileStore,
    private readonly catalogue: FileCatalogue,
    private readonly limit: UploadLimit,
  ) {}

  /** Hash and type are those of the bytes: who says otherwise is refused, and nothing is kept. */
  async execute({ giver: { deskId, actor }, given }: TakeFile): Promise<KeptFile> {
    demand(mayAccess('GiveFile', actor));
    const { sha256, bytes, mediaType } = await this.received(given);
    const noted = await this.catalogue.note({ deskId, sha256, bytes, mediaType, uploadedBy: actor.id });
    return { sha256, bytes: noted.bytes, mediaType: noted.mediaType };
  }

  private async received({ sha256, contentType, length = 0, content }: Given): Promise<KeptFile> {
    if (length > this.limit.bytes) throw told(new FileTooLarge(this.limit.bytes));
    let mediaType = '';
    const inspect = async (file: ReceivedFile): Promise<void> => {
      if (file.sha256 !== sha256) throw fileMismatch(`What came has the hash ${file.sha256}.`);
      mediaType = (await acceptedTypeOf(file.path, contentType)) ?? refuseType();
    };
    const parts = content.iterator({ destroyOnReturn: false }); // a request that is destroyed cannot be answered
    try {
      return { ...(await this.files.put(parts, { maxBytes: this.limit.bytes, inspect })), mediaType };
    } catch (error) {
      content.resume(); // the rest is let go by: who sends it reads the answer afterwards
      throw content.readableAborted ? brokenOff() : told(error);
    }
  }
}

const refuseType = (): never => {
  throw fileType(`The file is not what Content-Type says, or of none of these types: ${ACCEPTED_TYPES.join(', ')}.`);
};

const told = (error: unknown): unknown =>
  error instanceof FileTooLarge ? new RequestProblem(413, 'request/too-large', error.message) : error;

const brokenOff = (): RequestProblem => new RequestProblem(400, 'request/unreadable', 'The file broke off.');
