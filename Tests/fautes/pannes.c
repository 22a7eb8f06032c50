// Faults of a disk, for one process: LD_PRELOAD this, name a file of eight bytes in VADEMECUM_TEST_PANNES.
//   byte 0: 1 refuses, with EIO, what asks the disk to keep a journal of SQLite ("-wal"); 2, any other file of a base.
//   byte 1: 1 lets SQLite believe it was asked for synchronous=NORMAL, to show that the power cut is not blind.
// Bytes 4-7 count refusals.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static volatile uint8_t *state;

__attribute__((constructor)) static void map_file(void) {
  const char *path = getenv("VADEMECUM_TEST_PANNES");
  int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
  if (file < 0) return;
  void *bytes = mmap(NULL, 8, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (bytes != MAP_FAILED) state = bytes;
  close(file);
}

static int is_refused(int file) {
  if (!state || !state[0]) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  const char *end = strstr(path, ".sqlite");
  if (!end) return 0;
  int is_journal = strcmp(end, ".sqlite-wal") == 0;
  int refused = state[0] == 1 ? is_journal : !is_journal;
  if (refused) __atomic_fetch_add((volatile uint32_t *)(state + 4), 1, __ATOMIC_RELAXED);
  return refused;
}

int fsync(int file) {
  if (is_refused(file)) return errno = EIO, -1;
  return (int)syscall(SYS_fsync, file);
}

int fdatasync(int file) {
  if (is_refused(file)) return errno = EIO, -1;
  return (int)syscall(SYS_fdatasync, file);
}

// GRDB prepares every statement this way.
int sqlite3_prepare_v3(void *base, const char *sql, int count, unsigned flags, void **statement, const char **tail) {
  static int (*real)(void *, const char *, int, unsigned, void **, const char **);
  if (!real) *(void **)&real = dlsym(RTLD_NEXT, "sqlite3_prepare_v3");
  static const char full[] = "PRAGMA synchronous = FULL", normal[] = "PRAGMA synchronous = NORMAL";
  if (state && state[1] && sql && strncmp(sql, full, sizeof full - 1) == 0) {
    const char *unused;
    int result = real(base, normal, -1, flags, statement, &unused);
    if (tail) *tail = sql + strlen(sql);
    return result;
  }
  return real(base, sql, count, flags, statement, tail);
}
