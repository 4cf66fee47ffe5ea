/** The id of the step at an index of the model's job or action. */
export function stepId(index: number): string {
  return `step-${index + 1}`;
}
