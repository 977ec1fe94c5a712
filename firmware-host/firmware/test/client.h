/* A host of the core, with the fake port between them: requests go out as frames, answers come back decoded. */
#ifndef SPINDRIFT_TEST_CLIENT_H
#define SPINDRIFT_TEST_CLIENT_H

#include <stdint.h>

#include "spindrift/v1/envelope.pb.h"

/* Board and session afresh; set up `fake` between fake_reset and this. */
void client_begin(void);
/* Sends a request with an id of its own, which is returned. */
uint32_t client_send(const spindrift_v1_HostToDevice *request);
/* Lets time pass in small steps. */
void client_pass(uint32_t us);
/* Sends and waits for the final answer. */
const spindrift_v1_DeviceToHost *client_ask(const spindrift_v1_HostToDevice *request);
/* Answers to an id that have come so far and were not forgotten, the oldest first; NULL where there is none. */
const spindrift_v1_DeviceToHost *client_answer(uint32_t id, uint32_t number);
uint32_t client_answers(uint32_t id);
const spindrift_v1_DeviceToHost *client_final(uint32_t id);
void client_cancel(uint32_t id);
void client_forget(void);

#define REQUEST(which, ...) \
    (&(spindrift_v1_HostToDevice){.which_body = spindrift_v1_HostToDevice_##which##_tag, .body.which = {__VA_ARGS__}})
/* What must have been refused, and how it says so. */
void client_refused(const spindrift_v1_HostToDevice *request, int status, const char *detail);

#endif
