#ifndef SPINDRIFT_TEST_PARSE_FILE_H
#define SPINDRIFT_TEST_PARSE_FILE_H

/* Parses a file in chunks of 1 to `chunk` bytes and prints counters and a digest of the frames: the TypeScript parser must find the same. */
int parse_file(const char *path, unsigned long chunk);

#endif
