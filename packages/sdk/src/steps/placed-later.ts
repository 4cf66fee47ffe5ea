let needed = false;

/** Takes down that something was made which only its job can place: an output of a step, a wait, a stop. */
export function placeLater(): void {
  needed = true;
}

/** Whether anything was; without it no job has to be searched. */
export function isPlacedLater(): boolean {
  return needed;
}
