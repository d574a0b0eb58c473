#include "CGitSupport.h"

#include <limits.h>
#include <zlib.h>

/* zlib counts in `uInt`: larger buffers are handed over in pieces. */
static uInt piece(size_t bytes) { return bytes > UINT_MAX ? UINT_MAX : (uInt)bytes; }

prodops_inflate_status prodops_inflate(
    const uint8_t *input, size_t input_size, uint8_t *output, size_t capacity, size_t *written) {
  *written = 0;
  z_stream stream = {0};
  if (inflateInit(&stream) != Z_OK) return PRODOPS_INFLATE_DAMAGED;
  int status = Z_OK;
  prodops_inflate_status result = PRODOPS_INFLATE_DAMAGED;
  while (status == Z_OK) {
    uInt in = piece(input_size), out = piece(capacity - *written);
    stream.next_in = (Bytef *)input;
    stream.avail_in = in;
    stream.next_out = output + *written;
    stream.avail_out = out;
    status = inflate(&stream, Z_NO_FLUSH);
    uInt consumed = in - stream.avail_in, produced = out - stream.avail_out;
    input += consumed;
    input_size -= consumed;
    *written += produced;
    if (status == Z_STREAM_END) {
      result = PRODOPS_INFLATE_DONE;
    } else if (status == Z_OK || status == Z_BUF_ERROR) {
      if (consumed || produced) {
        status = Z_OK;
        continue;
      }
      result = *written == capacity ? PRODOPS_INFLATE_FULL : PRODOPS_INFLATE_TRUNCATED;
      break;
    }
  }
  inflateEnd(&stream);
  return result;
}
