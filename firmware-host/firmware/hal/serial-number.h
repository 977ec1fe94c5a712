#ifndef SPINDRIFT_HAL_SERIAL_NUMBER_H
#define SPINDRIFT_HAL_SERIAL_NUMBER_H

/*
 * Reads the serial number out of the calibration memory; sleeps meanwhile: 2 ms, or up to 25 ms for a memory that is busy or absent. Needs bus
 * and timer. Called once, before USB comes up.
 */
void serial_number_read(void);
/* UNPROVISIONED where neither bank has a header that is in order. */
const char *serial_number(void);

#endif
