/*
 * The two programs of the board at work on PIO0: shots on machine 0, converter scans on machine 1. They share FCLK and the inputs, so that
 * only one of them runs; a burst of either kind is refused while another is not over.
 */
#ifndef SPINDRIFT_HAL_STATE_MACHINES_H
#define SPINDRIFT_HAL_STATE_MACHINES_H

#include <stdbool.h>
#include <stdint.h>

/* Loads both programs and hands them their pins, at rest: comparators held, no pulse, row at VREAD, converters not selected. Needs the DMA. */
void machines_start(void);
/* The same ticket `shots` times; two words a shot. `cycles_n`: cycles from edge to edge, 0 and 1 change the program. */
bool machines_shots(uint32_t cycles_n, uint32_t ticket, uint32_t shots, uint32_t *words);
/* Frames of the four converters from channel 0 on; two words a frame. */
bool machines_scan(uint32_t *words, uint32_t frames);
/* Whether words of a burst are still to come; the last one raises an event. */
bool machines_busy(void);
/* Ends a burst at once, wherever it is, with the pins at rest. 2 us at most; also from a fault. */
void machines_stop(void);

#endif
