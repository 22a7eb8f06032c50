// The wall clock of one process, moved from outside: LD_PRELOAD this, name a file of eight bytes (int64, seconds to add)
// in VADEMECUM_TEST_ECART. Every other clock, hence every delay, stays real; that is what Debian's libfaketime cannot do
// for libdispatch, whose timers it moves too.
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *shared_seconds;

__attribute__((constructor)) static void map_file(void) {
  const char *path = getenv("VADEMECUM_TEST_ECART");
  int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  if (file < 0) return;
  void *bytes = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
  if (bytes != MAP_FAILED) shared_seconds = bytes;
  close(file);
}

int clock_gettime(clockid_t clock, struct timespec *answer) {
  int result = (int)syscall(SYS_clock_gettime, clock, answer);
  int is_wall = clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
  if (result == 0 && is_wall && shared_seconds) answer->tv_sec += *shared_seconds;
  return result;
}

int gettimeofday(struct timeval *restrict answer, void *restrict zone) {
  (void)zone;
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  answer->tv_sec = now.tv_sec;
  answer->tv_usec = now.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *answer) {
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  if (answer) *answer = now.tv_sec;
  return now.tv_sec;
}
