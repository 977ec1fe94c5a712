#include "bus.h"

#include <string.h>

#include "port.h"
#include "wake.h"

enum { RESTING, WAITING, ON_THE_WIRES, OVER };

/* The platform works with these until a transaction is over, whatever becomes of its client. */
static uint8_t sent[BUS_TX_BYTES], received[BUS_RX_BYTES];
static bool busy;
static bus_job_t *owner; /* of what is on the wires; NULL when it was withdrawn */
static bus_job_t *first; /* that waits */

void bus_start(void) {
    busy = false;
    owner = first = NULL;
}

static void append(bus_job_t *job) {
    bus_job_t **end = &first;
    while (*end != NULL) end = &(*end)->next;
    *end = job;
    job->next = NULL;
    job->stage = WAITING;
}

static void close(bus_job_t *job, bool ok) {
    job->stage = OVER;
    job->ok = ok;
    if (ok && job->rx_size > 0) memcpy(job->rx, received, job->rx_size);
}

static void begin_next(void) {
    bus_job_t *job = first;
    if (job == NULL) return;
    if (job->tx_size > BUS_TX_BYTES || job->rx_size > BUS_RX_BYTES) {
        first = job->next;
        close(job, false);
        wake_now();
        return;
    }
    if (job->tx_size > 0) memcpy(sent, job->tx, job->tx_size);
    if (!port_i2c_start(job->address, sent, job->tx_size, received, job->rx_size)) return;
    first = job->next;
    job->stage = ON_THE_WIRES;
    owner = job;
    busy = true;
}

static void advance(const bus_job_t *asking) {
    if (busy) {
        int state = port_i2c_state();
        if (state == 0) return;
        busy = false;
        if (owner != NULL) {
            close(owner, state > 0);
            /* Its client may have been asked in this round already. */
            if (owner != asking) wake_now();
        }
        owner = NULL;
    }
    begin_next();
}

bool bus_run(bus_job_t *job) {
    if (job->stage == RESTING) append(job);
    advance(job);
    if (job->stage != OVER) return false;
    job->stage = RESTING;
    return true;
}

void bus_leave(bus_job_t *job) {
    if (owner == job) owner = NULL;
    for (bus_job_t **at = &first; *at != NULL; at = &(*at)->next) {
        if (*at != job) continue;
        *at = job->next;
        break;
    }
    job->stage = RESTING;
}
