// Whether a neuron's answers are those that were wanted.

export const isRight = (answer, target) => answer >= 0.5 === (target === 1);

export const countRight = (answers, targets) =>
  answers.filter((answer, example) => isRight(answer, targets[example])).length;
