/** What a name to sign in with may be, once it is NFKC and lower case. */
export const loginNamePattern = /^[\p{L}\p{N}._-]{2,32}$/u;
