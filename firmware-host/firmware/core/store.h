/*
 * The calibration memory: two banks, of which the valid one with the higher generation is in force. A write goes to the other bank, header last,
 * so that a power cut at any moment leaves one of them whole. Pages that hold already what they should are not written again.
 */
#ifndef SPINDRIFT_CORE_STORE_H
#define SPINDRIFT_CORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "store-layout.h"

/* After boot: nothing is known yet. */
void store_start(void);
/* A task: reads the memory once. A memory that does not answer, or holds nothing in order, leaves no image. */
bool store_load(void);
/* What is in force; NULL = uncalibrated. */
const store_content_t *store_content(void);
const uint8_t *store_image(void);

/* Place for the next image: to be filled, then sealed, written, put in force. */
uint8_t *store_draft(void);
/* Gives the draft the next generation and this serial number. */
void store_seal_draft(const char *serial);
/* A task: writes the sealed draft into the bank that is not in force; then store_written says whether it stands there, read back. */
bool store_write(void);
bool store_written(void);
/* The sealed draft is in force from now on, whether it was written or not. */
void store_adopt_draft(void);
/* Stops a write at any moment. */
void store_stop(void);

#endif
