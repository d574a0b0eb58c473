#include "CGitSupport.h"

/* libgit2 reads the certificates of all authorities when it starts, 7 ms for connections that are never made here.
 * Its call to mbed TLS finds this function first, which says that there are none. */
int mbedtls_x509_crt_parse_file(void *chain, const char *path);

int mbedtls_x509_crt_parse_file(void *chain, const char *path) {
  (void)chain, (void)path;
  return -1;
}
