/** People who have been let in, and projectors. */
export const hallRoom = (id: string) => `hall:${id}`
export const deskRoom = (id: string) => `desk:${id}`
/** The devices of one person in the hall; also while they wait. */
export const seatRoom = (id: string) => `seat:${id}`
export const stageRoom = (id: string) => `stage:${id}`
