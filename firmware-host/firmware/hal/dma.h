/* The two DMA channels of a burst: one gives a state machine its tickets, the other takes its words away. One burst at a time. */
#ifndef SPINDRIFT_HAL_DMA_H
#define SPINDRIFT_HAL_DMA_H

#include <stdbool.h>
#include <stdint.h>

/* Requests of PIO0: machine m asks for tickets with m, and offers words with 4 + m. */
enum { DMA_REQUEST_TICKET = 0, DMA_REQUEST_WORD = 4 };

void dma_start(void);
/* Gives the same word `count` times; it must stay where it is. Nothing for count 0. */
void dma_feed(uint32_t fifo, const uint32_t *word, uint32_t count, uint32_t request);
/* Takes `count` words; the last one raises an event. */
void dma_drain(uint32_t fifo, uint32_t *words, uint32_t count, uint32_t request);
/* Whether words are still to come. */
bool dma_busy(void);
/* Ends both channels where they are; call it when their machine has stopped. Waits 1 us at most. */
void dma_abort(void);

#endif
