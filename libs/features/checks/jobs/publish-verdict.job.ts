import { defineJob } from '#kernel';

export const publishVerdict = defineJob<{
  readonly checkId: string;
  readonly versionNo: number;
  readonly scheduleNo: number;
}>({ queue: 'timers', name: 'publish-verdict', retry: 'timer' });
