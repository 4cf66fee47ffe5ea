/** The id of the step at an index of the model's job or action. */
export function stepId(index: number): string {
  return `step-${index + 1}`;
}

/** The ids of the steps that leave an image's digest. */
export const digestSteps = { push: "push-image", promote: "promote-image" } as const;

/** Whether an id is one that cicl gives to steps itself; engines ignore the case. */
export function isOwnId(id: string): boolean {
  const name = id.toLowerCase();
  return /^(?:step-\d+|cicl-.*)$/.test(name) || Object.values<string>(digestSteps).includes(name);
}
