/* What hangs on the two SPI buses: row switches and column registers on the first, DAC and delay line on the second. */
#ifndef SPINDRIFT_HAL_SERIAL_CHAINS_H
#define SPINDRIFT_HAL_SERIAL_CHAINS_H

#include <stdint.h>

void chains_start(void);
/* Lets a transfer end that a fault has cut off, so that the next one begins anew. */
void chains_settle(void);
/* Each takes 2 to 4 us and is over when it returns. Bit i of a mask is bit i % 8 of byte i / 8. */
void chain_rows(const uint8_t mask[8]);
void chain_columns(const uint8_t mask[8], uint8_t control);
void chain_dac(uint8_t channel, uint16_t code);
/* Returns at once; the delays change 2 us later, inside the next function of this page. */
void chain_delay(uint16_t code_a, uint16_t code_b);
/* Sees to it that the delays are as they were asked for; before a pulse. */
void chains_finish(void);

#endif
