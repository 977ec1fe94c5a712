/* The two checks of a frame: CRC-8 over the header, CRC-32 (zlib's) over header and payload. */
#ifndef SPINDRIFT_CORE_CRC_H
#define SPINDRIFT_CORE_CRC_H

#include <stddef.h>
#include <stdint.h>

/* Polynomial 0x07, initial value 0, not reflected. Check value of "123456789": 0xF4. */
uint8_t crc8(const uint8_t *data, size_t size);
/* CRC-32/ISO-HDLC. Check value of "123456789": 0xCBF43926. */
uint32_t crc32(const uint8_t *data, size_t size);
/* Goes on from the CRC of what came before; 0 = nothing came before. */
uint32_t crc32_continue(uint32_t crc, const uint8_t *data, size_t size);

#endif
