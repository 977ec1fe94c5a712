/* The I2C bus, shared: transactions of several clients, one after the other in the order in which they were asked for. */
#ifndef SPINDRIFT_CORE_BUS_H
#define SPINDRIFT_CORE_BUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Longest halves of a transaction: a page of the memory and its address; a page. */
#define BUS_TX_BYTES 258u
#define BUS_RX_BYTES 256u

/* One transaction of one client. All zero = at rest. */
typedef struct bus_job {
    /* What is asked for: writes, then, behind a repeated start, reads; either may be empty, not both. */
    uint8_t address;
    const uint8_t *tx;
    size_t tx_size;
    uint8_t *rx;
    size_t rx_size;
    /* What came of it: everything was acknowledged in time. rx is untouched if not. */
    bool ok;
    /* Within. */
    uint8_t stage;
    struct bus_job *next;
} bus_job_t;

void bus_start(void);
/* A task. */
bool bus_run(bus_job_t *job);
/*
 * Withdraws a job at any time; nothing happens to one at rest. A transaction that is on the wires already runs to its end, but touches neither
 * the job nor its buffers any more.
 */
void bus_leave(bus_job_t *job);

#endif
