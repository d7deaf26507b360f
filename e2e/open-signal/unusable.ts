/** What is wrong with a file, in one sentence for whoever received it. */
export class Unusable extends Error {}
