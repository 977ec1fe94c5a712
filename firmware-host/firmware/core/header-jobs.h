/*
 * Calls that work with the auxiliary header: one at a time, in the order in which they came, so that a chip's register is read, changed and written
 * without another call in between, and writes take effect in the order of their requests.
 */
#ifndef SPINDRIFT_CORE_HEADER_JOBS_H
#define SPINDRIFT_CORE_HEADER_JOBS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bus.h"
#include "call.h"
#include "task.h"

#define HEADER_TX_BYTES 64u
#define HEADER_RX_BYTES 64u

typedef struct header_job {
    call_t *call; /* NULL: a free place */
    task_t chip;
    /* What is wanted of it. */
    uint32_t pin, argument;
    /* What came of it; `trouble`: what is wrong, NULL = nothing. */
    uint32_t value;
    int trouble_status;
    const char *trouble;
    /* One transfer. */
    bus_job_t bus;
    uint8_t tx[HEADER_TX_BYTES], rx[HEADER_RX_BYTES];
    uint8_t address;
    uint32_t tx_size, rx_size;
    uint32_t tries;
    uint64_t due_us;
    /* Watches. */
    uint32_t period_us, debounce_us, seq;
    uint64_t next_us, since_us;
    uint32_t told;
    bool closing, unsettled;
    /* Within. */
    bool queued;
    struct header_job *next;
} header_job_t;

void header_start(void);
/* A place for a call; give it back by header_leave in `ended`. There is one for every call that a session can have. */
header_job_t *header_join(call_t *call);
header_job_t *header_job(const call_t *call);
void header_leave(call_t *call);

/* Whether it is this job's turn; asking the first time is getting in line. */
bool header_turn(header_job_t *job);
/* The turn is over. */
void header_pass(header_job_t *job);

/* A task: writes tx_size bytes of tx, then reads rx_size into rx. False in bus.ok: not acknowledged. */
bool header_transfer(header_job_t *job, uint8_t address, size_t tx_size, size_t rx_size);
/* The job has failed: what to refuse its call with. */
void header_fail(header_job_t *job, int status, const char *trouble);
/* False, with a refusal, when the job has failed. */
bool header_check(const header_job_t *job, refusal_t *refusal);

#endif
