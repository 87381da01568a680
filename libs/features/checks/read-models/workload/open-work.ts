/**
 * The open assignments that count as work, each with the stage of its check. A check that is shelved or withdrawn keeps
 * its assignments for the day it is resumed; until then it waits for nobody.
 */
export const OPEN_WORK = `
  (SELECT a.*, c.stage, c.due_at
     FROM workload a
     LEFT JOIN workload_check c ON c.desk_id = a.desk_id AND c.check_id = a.check_id
    WHERE c.stage IS NULL OR c.stage NOT IN ('shelved', 'withdrawn'))`;
