/** How large a file may be that is given to a desk. */
export class UploadLimit {
  constructor(readonly bytes: number) {}
}
