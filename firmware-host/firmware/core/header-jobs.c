#include "header-jobs.h"

#include <string.h>

#include "limits.h"
#include "verbs.h"
#include "wake.h"

static header_job_t jobs[MAX_INFLIGHT];
static header_job_t *first; /* in line; its turn it is */

void header_start(void) {
    memset(jobs, 0, sizeof jobs);
    first = NULL;
}

header_job_t *header_job(const call_t *call) {
    for (uint32_t k = 0; k < MAX_INFLIGHT; k++)
        if (jobs[k].call == call) return &jobs[k];
    return NULL;
}

header_job_t *header_join(call_t *call) {
    header_job_t *job = header_job(NULL);
    memset(job, 0, sizeof *job);
    job->call = call;
    return job;
}

void header_leave(call_t *call) {
    header_job_t *job = header_job(call);
    bus_leave(&job->bus);
    header_pass(job);
    job->call = NULL;
}

bool header_turn(header_job_t *job) {
    if (!job->queued) {
        header_job_t **end = &first;
        while (*end != NULL) end = &(*end)->next;
        *end = job;
        job->next = NULL;
        job->queued = true;
    }
    return first == job;
}

void header_pass(header_job_t *job) {
    for (header_job_t **at = &first; *at != NULL; at = &(*at)->next) {
        if (*at != job) continue;
        *at = job->next;
        break;
    }
    job->queued = false;
    /* Whose turn it is now may have been asked in this round already. */
    if (first != NULL) wake_now();
}

bool header_transfer(header_job_t *job, uint8_t address, size_t tx_size, size_t rx_size) {
    job->bus.address = address;
    job->bus.tx = job->tx;
    job->bus.tx_size = tx_size;
    job->bus.rx = job->rx;
    job->bus.rx_size = rx_size;
    return bus_run(&job->bus);
}

void header_fail(header_job_t *job, int status, const char *trouble) {
    job->trouble_status = status;
    job->trouble = trouble;
}

bool header_check(const header_job_t *job, refusal_t *refusal) {
    if (job->trouble == NULL) return true;
    return refuse(refusal, job->trouble_status, verb_name(job->call->verb), ": ", job->trouble, NULL);
}
