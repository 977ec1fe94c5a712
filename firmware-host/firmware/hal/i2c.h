/* I2C0 at up to 400 kHz as its only master, driven by interrupts: one transaction at a time, started here and asked about later. */
#ifndef SPINDRIFT_HAL_I2C_H
#define SPINDRIFT_HAL_I2C_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A transaction must be over within this time at 400 kHz, when 400 bytes fit, and within as many bits at another clock. */
#define I2C_DEADLINE_US 10000u

enum { I2C_BUSY = 0, I2C_DONE = 1, I2C_NOT_ACKNOWLEDGED = -1, I2C_TIMED_OUT = -2 };

/* Takes the bus, and frees it of a chip that the last reset cut off in the midst of a byte. */
void i2c_start_bus(void);
/*
 * Writes, then, behind a repeated start, reads; either may be empty, not both. Both buffers must stay where they are until it is over. False
 * while another transaction goes on.
 */
bool i2c_start(uint8_t address, const uint8_t *tx, size_t tx_size, uint8_t *rx, size_t rx_size);
/*
 * The end of a transaction raises an event. One that misses its deadline is ended by this question: a timer sees to it that there is a
 * wake-up to ask it in; freeing the bus then takes 50 us.
 */
int i2c_state(void);
/* Clock from the next transaction on, 100 to 400 kHz; 400 kHz after i2c_start_bus. */
void i2c_clock(uint32_t hz);

#endif
